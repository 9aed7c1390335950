using NeuralNotebooks.Runner;
using NeuralNotebooks.Site;

namespace NeuralNotebooks.Cli;

/// <summary>Builds the site from all executed notebooks of an output folder.</summary>
internal static class SiteStep
{
    private const int MaxShown = 20;

    /// <returns>The index page, or null when the site could not be written (which was reported).</returns>
    public static string? Build(
        OutputFolder output,
        IReadOnlyList<string> sourceFolders,
        bool isUntrusted,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        try
        {
            using IDisposable alone = output.Lock();
            CourseFolders? course = CourseFolders.Find() is { IsComplete: true } clone ? clone : null;
            var results = new WrittenResults(output);
            IReadOnlyList<string> notebooks = ExecutedNotebooks.In(output.Notebooks);
            // What somebody else has written or edited since is not touched.
            if (!isUntrusted
                && Stills.Draw(notebooks.Where(results.MayReplace), results.Renew, cancellation) is { } without)
                terminal.WriteLine($"note: {without}");
            var options = new SiteOptions
            {
                Title = course is null ? null : "NeuralNotebooks",
                SourceFolders = sourceFolders,
                SourceFolderOf = results.SourceFolders,
                CourseFolder = course?.Root,
                LiveBundle = BuiltKit.For(Directory.GetCurrentDirectory())?.Live,
                IsUntrusted = isUntrusted,
            };
            SiteReport report = CourseSite.Build(
                notebooks,
                output.Path,
                options,
                cancellation
            );
            // What was kept out is listed without a limit: somebody may rely on it.
            foreach (SiteProblem refusal in report.Problems.Where(problem => problem.IsRefusal))
                terminal.WriteLine($"refused: {refusal}");
            Show(
                "note",
                [.. report.Problems.Where(problem => !problem.IsRefusal).Select(problem => problem.ToString())],
                terminal
            );
            Show("published", [.. report.Published.Select(file => $"{file.Name}, from {file.Source}")], terminal);
            terminal.WriteLine($"Site: {report.IndexPage}");
            return report.IndexPage;
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            terminal.WriteError($"The site could not be written: {e.Message}");
            return null;
        }
    }

    private static void Show(string kind, IReadOnlyList<string> lines, Terminal terminal)
    {
        foreach (string line in lines.Take(MaxShown))
            terminal.WriteLine($"{kind}: {line}");
        if (lines.Count > MaxShown)
            terminal.WriteLine($"{kind}: and {lines.Count - MaxShown} more");
    }
}
