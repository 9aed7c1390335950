namespace NeuralNotebooks.Cli;

internal sealed class SiteStep(Terminal terminal, Workplace workplace)
{
    private const int MaxShown = 20;

    public static string NotebooksIn(string output) => Path.Combine(output, "notebooks");

    /// <returns>Whether the site was written, with live pages if they are built. Otherwise the reason was
    /// reported.</returns>
    public async Task<bool> BuildAsync(
        string output, LiveBuild? live, bool leavesOutScripts, bool isVerbose, CancellationToken cancellation)
    {
        bool isLiveBuilt = live is null || await live.FinishAsync(terminal, cancellation);
        try
        {
            CourseFolders? course = workplace.Course, clone = course is { IsComplete: true } ? course : null;
            IReadOnlyList<string> notebooks = ExecutedNotebooks.In(NotebooksIn(output));
            Dictionary<string, string> folders = SourceFolders(notebooks);
            bool isOfCourse = course is not null
                && (RealPath.Of(course.Site) == RealPath.Of(output)
                    || (folders.Count == 0 && !leavesOutScripts && notebooks.Any(file => Has(course, file))));
            // The front page is in the first folder: in the course's own site, and in a copy of it, that is the folder
            // of the course's notebooks.
            string[] sources = [.. (isOfCourse ? [course!.Notebooks] : (string[])[]).Concat(folders.Values).Distinct()];
            var options = new SiteOptions
            {
                Title = clone is not null && sources.FirstOrDefault() == clone.Notebooks ? "NeuralNotebooks" : null,
                DefaultTitle = sources is [var first, ..] ? NameOf(first) : "Notebooks",
                SourceFolders = sources,
                SourceFolderOf = folders,
                CourseFolder = clone?.Root,
                LiveBundle = isLiveBuilt ? workplace.Kit?.Live : null,
                KitFolder = workplace.Kit?.Folder,
                IsUntrusted = leavesOutScripts,
            };
            SiteReport report = await terminal.ShowWhileAsync(
                "Writing the site …",
                _ => OwnThread.Run("Site", () => CourseSite.Build(notebooks, output, options, cancellation)));
            Show(report, isVerbose ? null : clone?.Root);
            terminal.WriteLine($"Next: {ServeCommand.ToServe(output, workplace)} --open");
            return isLiveBuilt;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.WriteError($"The site could not be written: {e.Message}");
            return false;
        }
    }

    /// <summary>The name of a folder with notebooks. The folder <c>notebooks</c> has that of its course.</summary>
    private static string NameOf(string folder) =>
        Path.GetFileName(folder) == "notebooks" && Path.GetDirectoryName(folder) is { } course
            ? Path.GetFileName(course) : Path.GetFileName(folder);

    /// <summary>The folders of the notebooks that were run, by the paths of their results. There are none for copies of
    /// results from which the paths in their metadata lead nowhere.</summary>
    private static Dictionary<string, string> SourceFolders(IReadOnlyList<string> notebooks) =>
        notebooks.Select(file => (File: file, Folder: ExecutedNotebooks.SourceFolder(file)))
            .Where(result => Directory.Exists(result.Folder))
            .ToDictionary(result => result.File, result => result.Folder!);

    private static bool Has(CourseFolders course, string notebook) =>
        File.Exists(Path.Combine(course.Notebooks, Path.GetFileName(notebook)));

    /// <param name="publicFolder">The folder of a clone of the course, whose files are public anyway and are not
    /// listed; null to list all files.</param>
    private void Show(SiteReport report, string? publicFolder)
    {
        // Rejected files are listed without a limit, since each is missing in the site.
        foreach (SiteProblem refusal in report.Problems.Where(problem => problem.IsRefusal))
            terminal.WriteLine($"refused: {refusal}");
        ShowFirst(
            [.. report.Problems.Where(problem => !problem.IsRefusal).Select(problem => problem.ToString())],
            terminal.WriteNote);
        IEnumerable<PublishedFile> published = report.Published.Where(file =>
            publicFolder is null || !RealPath.IsIn(publicFolder, file.Source));
        ShowFirst(
            [.. published.Select(file => $"{file.Name}, from {file.Source}")],
            line => terminal.WriteLine($"published: {line}"));
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
