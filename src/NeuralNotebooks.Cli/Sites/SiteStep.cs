using NeuralNotebooks.Engine;
using NeuralNotebooks.Runner;
using NeuralNotebooks.Site;

namespace NeuralNotebooks.Cli;

/// <summary>Builds the site from all executed notebooks of an output folder.</summary>
internal static class SiteStep
{
    private const int ProblemsShown = 20;

    /// <returns>The index page, or null when the site could not be written (which was said).</returns>
    public static string? Build(OutputFolder output, IReadOnlyList<string> sourceFolders, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            var options = new SiteOptions { SourceFolders = sourceFolders };
            SiteReport report = CourseSite.Build(ExecutedNotebooks.In(output.Notebooks), output.Path, options, cancellation);
            foreach (SiteProblem problem in report.Problems.Take(ProblemsShown))
                terminal.Output.WriteLine($"note: {problem}");
            if (report.Problems.Count > ProblemsShown)
                terminal.Output.WriteLine($"note: and {report.Problems.Count - ProblemsShown} more like these");
            terminal.Output.WriteLine($"Site: {report.IndexPage}");
            return report.IndexPage;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotebookFormatException)
        {
            terminal.Error.WriteLine($"The site could not be written: {e.Message}");
            return null;
        }
    }
}
