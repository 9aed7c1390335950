namespace NeuralNotebooks.Cli;

internal sealed class ReleaseCommand : NnCommand
{
    private readonly Argument<string[]> _sources = PathOptions.Sources();
    private readonly Option<string> _output = PathOptions.Output(
        "Where release/ is made (default: the course's artifacts/assignments).");
    private readonly Option<bool> _live = new("--live")
    {
        Description =
            "Also make site/: pages in which students answer, run the visible checks and hand in, with nothing "
            + "installed. Put it on any web server.",
    };

    public ReleaseCommand(CommandContext context)
        : base(
            "release",
            "Makes the students' version of assignments, without solutions, hidden tests and mistakes: a "
                + "folder with the kit inside, which opens in every host without a repository or a build, and "
                + "the same as a zip.",
            context)
    {
        AddAll(_sources, _output, _live);
        Examples =
            [("nn assign release assignments/source --output course", "the students' versions, in course/release/")];
        ExitCodes =
        [
            (ExitCode.Passed, "every assignment was released"),
            (ExitCode.Failed, "an assignment has errors, or the live pages could not be built"),
            (ExitCode.NotFound, "a source or the kit was not found"),
            (ExitCode.UnusableInput, "a file is no notebook, or has no task"),
        ];
        SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(_sources)!, parsed.GetValue(_output), parsed.GetValue(_live), cancellation));
    }

    private async Task<int> RunAsync(string[] sources, string? output, bool isLive, CancellationToken cancellation)
    {
        var selection = SourceSelection.Of(sources);
        int code = SourceProblemsView.Show(Terminal, selection, withErrors: ExitCode.Failed);
        if (selection.Sources.Count == 0)
            return code;
        if (Workplace.Kit is not { } built)
            return Terminal.Fail(
                ExitCode.NotFound,
                "A release includes the course's kit, but there is no built course in this folder or above "
                    + "it: run this in the course's folder.");
        string folder = Path.GetFullPath(output ?? Workplace.CourseOrHere.Assignments);
        using LiveBuild? live = isLive ? LiveBuild.StartIfNeeded(built) : null;
        if (live is not null && !await live.FinishAsync(Terminal, cancellation))
            return ExitCode.Failed;
        if (isLive && !built.IsLive)
            return Terminal.Fail(
                ExitCode.NotFound,
                $"There is no bundle for live pages in {built.Live}. nn doctor says what its build needs.");
        var kit = ReleasedKit.Of(built.StudentScript);
        using var judgedKit = new JudgeKit(built);
        var releases = new List<Release>();
        foreach (AssignmentSource source in selection.Sources)
        {
            IReadOnlyList<SourceProblem> unknown = AssignmentCheck.UnknownIds(source, judgedKit.Script);
            foreach (SourceProblem problem in unknown)
                Terminal.WriteError($"error: {problem}");
            if (unknown.Count > 0)
            {
                code = Math.Max(code, ExitCode.Failed);
                continue;
            }
            releases.Add(Release.Write(source, kit.For(source, judgedKit.Script), folder, cancellation));
            Show(releases[^1], source);
        }
        if (isLive)
            Show(ReleasedPages.Write(releases, Path.Combine(folder, "site"), built, cancellation));
        if (releases.Count > 0)
            Terminal.WriteLine("Next: give the students the .zip, then grade: nn grade --help");
        return code;
    }

    private void Show(SiteReport site)
    {
        foreach (SiteProblem problem in site.Problems)
            Terminal.WriteNote(problem.ToString());
        Terminal.WriteLine($"Site: {site.IndexPage}");
    }

    private void Show(Release release, AssignmentSource source)
    {
        Terminal.WriteLine(
            $"{release.Name}: {Readable.Count(source.Tasks.Count, "task")}, {Readable.Points(source.MaxPoints)}");
        Terminal.WriteLine($"  {release.Folder}");
        Terminal.WriteLine($"  {release.Zip}");
        if (!release.Kit.HasCharts)
            Terminal.WriteLine("  without matrices and charts, since no cell uses them");
        if (release.DataFiles.Count > 0)
            Terminal.WriteLine($"  with {string.Join(", ", release.DataFiles)}");
    }
}
