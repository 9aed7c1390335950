using NeuralNotebooks.Runner;
using NeuralNotebooks.Site;

namespace NeuralNotebooks.Cli;

/// <summary>What a site is built from.</summary>
/// <param name="Output">The folder for the site.</param>
/// <param name="SourceFolders">The folders of the notebooks, in which the files that they show or link to are
/// searched.</param>
/// <param name="Live">The build of the live pages that the site waits for; null if there is none.</param>
internal sealed record SiteInputs(OutputFolder Output, IReadOnlyList<string> SourceFolders, LiveBuild? Live)
{
    /// <summary>Whether the notebooks are untrusted.</summary>
    public bool IsUntrusted { get; init; }

    /// <summary>Whether to list all published files.</summary>
    public bool IsVerbose { get; init; }
}

/// <summary>Builds the site from all executed notebooks of an output folder.</summary>
internal static class SiteStep
{
    private const int MaxShown = 20;

    /// <summary>Builds a site.</summary>
    /// <returns>Whether the site was written, with live pages if they are built. Otherwise the reason was
    /// reported.</returns>
    public static async Task<bool> BuildAsync(SiteInputs inputs, Terminal terminal, CancellationToken cancellation)
    {
        bool isLiveBuilt = inputs.Live is null || await inputs.Live.FinishAsync(terminal, cancellation);
        try
        {
            using IDisposable alone = inputs.Output.Lock();
            CourseFolders? course = CourseFolders.Find() is { IsComplete: true } clone ? clone : null;
            var results = new WrittenResults(inputs.Output);
            IReadOnlyList<string> notebooks = ExecutedNotebooks.In(inputs.Output.Notebooks);
            var options = new SiteOptions
            {
                Title = course is null ? null : "NeuralNotebooks",
                SourceFolders = inputs.SourceFolders,
                SourceFolderOf = results.SourceFolders,
                CourseFolder = course?.Root,
                LiveBundle = isLiveBuilt ? BuiltKit.For(Directory.GetCurrentDirectory())?.Live : null,
                IsUntrusted = inputs.IsUntrusted,
            };
            SiteReport report = CourseSite.Build(notebooks, inputs.Output.Path, options, cancellation);
            Show(report, inputs.IsVerbose ? null : course?.Root, terminal);
            if (report.IsLive)
                terminal.WriteLine($"To run its code in a browser: {ServeCommand.ToServe(inputs.Output)}");
            return isLiveBuilt;
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            terminal.WriteError($"The site could not be written: {e.Message}");
            return false;
        }
    }

    /// <summary>Shows the problems of a site, and the files that it publishes.</summary>
    /// <param name="report">What was built.</param>
    /// <param name="publicFolder">The folder of a clone of the course, whose files are public anyway and are not
    /// listed; null to list all files.</param>
    /// <param name="terminal">The terminal.</param>
    private static void Show(SiteReport report, string? publicFolder, Terminal terminal)
    {
        // Rejected files are listed without a limit, since each is missing in the site.
        foreach (SiteProblem refusal in report.Problems.Where(problem => problem.IsRefusal))
            terminal.WriteLine($"refused: {refusal}");
        ShowFirst(
            [.. report.Problems.Where(problem => !problem.IsRefusal).Select(problem => problem.ToString())],
            terminal.WriteNote
        );
        IEnumerable<PublishedFile> published = report.Published.Where(file =>
            publicFolder is null || !RealPath.IsIn(publicFolder, file.Source)
        );
        ShowFirst(
            [.. published.Select(file => $"{file.Name}, from {file.Source}")],
            line => terminal.WriteLine($"published: {line}")
        );
        terminal.WriteLine($"Site: {report.IndexPage}");
    }

    private static void ShowFirst(IReadOnlyList<string> lines, Action<string> write)
    {
        foreach (string line in lines.Take(MaxShown))
            write(line);
        if (lines.Count > MaxShown)
            write($"and {lines.Count - MaxShown} more");
    }
}
