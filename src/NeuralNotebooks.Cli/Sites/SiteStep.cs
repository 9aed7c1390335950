using NeuralNotebooks.Runner;
using NeuralNotebooks.Site;

namespace NeuralNotebooks.Cli;

/// <summary>Builds the site from all executed notebooks of an output folder.</summary>
internal static class SiteStep
{
    private const int MaxShown = 20;

    /// <param name="output">The folder for the site.</param>
    /// <param name="sourceFolders">The folders of the notebooks, in which the files that they show or link to are
    /// searched.</param>
    /// <param name="isUntrusted">Whether the notebooks are untrusted.</param>
    /// <param name="isVerbose">Whether to list all published files, and figures without a still picture.</param>
    /// <param name="live">The build of the live pages that the site waits for; null if there is none.</param>
    /// <param name="terminal">The terminal for messages.</param>
    /// <param name="cancellation">Cancels the build.</param>
    /// <returns>Whether the site was written, with live pages if they are built. Otherwise the reason was
    /// reported.</returns>
    public static async Task<bool> BuildAsync(
        OutputFolder output,
        IReadOnlyList<string> sourceFolders,
        bool isUntrusted,
        bool isVerbose,
        LiveBuild? live,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        bool isLiveBuilt = live is null || await live.FinishAsync(terminal, cancellation);
        try
        {
            using IDisposable alone = output.Lock();
            CourseFolders? course = CourseFolders.Find() is { IsComplete: true } clone ? clone : null;
            var results = new WrittenResults(output);
            IReadOnlyList<string> notebooks = ExecutedNotebooks.In(output.Notebooks);
            // Files that no run has written, or that were edited since, are not changed.
            if (!isUntrusted
                && Stills.Draw(notebooks.Where(results.MayReplace), results.Renew, cancellation) is { } without
                && isVerbose)
                terminal.WriteLine($"note: {without}");
            var options = new SiteOptions
            {
                Title = course is null ? null : "NeuralNotebooks",
                SourceFolders = sourceFolders,
                SourceFolderOf = results.SourceFolders,
                CourseFolder = course?.Root,
                LiveBundle = isLiveBuilt ? BuiltKit.For(Directory.GetCurrentDirectory())?.Live : null,
                IsUntrusted = isUntrusted,
            };
            SiteReport report = CourseSite.Build(
                notebooks,
                output.Path,
                options,
                cancellation
            );
            // Rejected files are listed without a limit, since each is missing in the site.
            foreach (SiteProblem refusal in report.Problems.Where(problem => problem.IsRefusal))
                terminal.WriteLine($"refused: {refusal}");
            Show(
                "note",
                [.. report.Problems.Where(problem => !problem.IsRefusal).Select(problem => problem.ToString())],
                terminal
            );
            // Files of a clone of the course are public anyway. Files from other folders are listed.
            IEnumerable<PublishedFile> published = report.Published.Where(file =>
                isVerbose || course is null || !RealPath.IsIn(course.Root, file.Source)
            );
            Show("published", [.. published.Select(file => $"{file.Name}, from {file.Source}")], terminal);
            terminal.WriteLine($"Site: {report.IndexPage}");
            if (report.IsLive)
                terminal.WriteLine($"To run its code in a browser: {ServeCommand.ToServe(output)}");
            return isLiveBuilt;
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            terminal.WriteError($"The site could not be written: {e.Message}");
            return false;
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
