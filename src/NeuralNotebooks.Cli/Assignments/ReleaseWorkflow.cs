namespace NeuralNotebooks.Cli;

/// <summary><c>nn assign release</c>, step by step: read the sources, find the kit, check the names that the sources
/// forbid, write each release.</summary>
internal sealed class ReleaseWorkflow(Terminal terminal)
{
    /// <param name="sources">The paths of the assignments' sources.</param>
    /// <param name="output">The folder for the releases; null for the default.</param>
    /// <param name="isLive">Whether to also make live pages, in which students answer in the browser.</param>
    public async Task<int> RunAsync(
        IReadOnlyList<string> sources, string? output, bool isLive, CancellationToken cancellation)
    {
        var selection = SourceSelection.Of(sources);
        int code = SourceProblemsView.Show(terminal, selection, withErrors: ExitCode.Failed);
        if (selection.Sources.Count == 0)
            return code;
        if (BuiltKit.For(Directory.GetCurrentDirectory()) is not { } built)
            return terminal.Fail(
                ExitCode.NotFound,
                "A release includes the course's kit, but there is no built course in this folder or above "
                    + "it: run this in the course's folder.");
        string folder = Path.GetFullPath(output ?? CourseFolders.OrHere().Assignments);
        using LiveBuild? live = isLive ? LiveBuild.StartIfNeeded() : null;
        if (live is not null && !await live.FinishAsync(terminal, cancellation))
            return ExitCode.Failed;
        if (isLive && !built.IsLive)
            return terminal.Fail(
                ExitCode.NotFound,
                $"There is no bundle for live pages in {built.Live}. nn doctor says what its build needs.");
        var kit = ReleasedKit.Of(built.StudentScript);
        using var judgedKit = new JudgedKit(built.StudentScript);
        var releases = new List<Release>();
        foreach (AssignmentSource source in selection.Sources)
        {
            IReadOnlyList<SourceProblem> unknown = AssignmentCheck.UnknownIds(source, judgedKit.Script);
            foreach (SourceProblem problem in unknown)
                terminal.WriteError($"error: {problem}");
            if (unknown.Count > 0)
            {
                code = Math.Max(code, ExitCode.Failed);
                continue;
            }
            releases.Add(Release.Write(source, kit, folder, cancellation));
            Show(releases[^1], source);
        }
        if (isLive)
            Show(ReleasedPages.Write(releases, Path.Combine(folder, "site"), built, cancellation));
        if (releases.Count > 0)
            terminal.WriteLine("Next: give the students the .zip, then grade: nn grade --help");
        return code;
    }

    private void Show(SiteReport site)
    {
        foreach (SiteProblem problem in site.Problems)
            terminal.WriteNote(problem.ToString());
        terminal.WriteLine($"Site: {site.IndexPage}");
    }

    private void Show(Release release, AssignmentSource source)
    {
        terminal.WriteLine(
            $"{release.Name}: {Readable.Count(source.Tasks.Count, "task")}, {Readable.Points(source.MaxPoints)}");
        terminal.WriteLine($"  {release.Folder}");
        terminal.WriteLine($"  {release.Zip}");
        if (release.DataFiles.Count > 0)
            terminal.WriteLine($"  with {string.Join(", ", release.DataFiles)}");
    }
}
