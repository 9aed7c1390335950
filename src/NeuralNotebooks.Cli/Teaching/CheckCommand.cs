namespace NeuralNotebooks.Cli;

internal sealed class CheckCommand : NnCommand
{
    private readonly Argument<string[]> _sources = PathOptions.Sources();
    private readonly Option<string> _task = new("--task")
    {
        HelpName = "NAME",
        Description = "Only checks one task, and runs the students' version up to its tests.",
    };

    private readonly Option<bool> _all = new("--all")
    {
        Description = "Also runs what has not changed since the last check.",
    };

    public CheckCommand(CommandContext context)
        : base(
            "check",
            "Checks that each task is passed by its solution and by nothing else. Runs the solution, the "
                + "stub and each mistake, and shows which probes tell them apart.",
            context)
    {
        AddAll(_sources, _task, _all);
        Examples =
        [
            ("nn assign check assignments/source",
                "checks assignments while you write them: their solutions earn all points, their mistakes lose some"),
        ];
        ExitCodes =
        [
            (ExitCode.Passed, "no assignment has errors"),
            (ExitCode.Failed, "an assignment has errors"),
            (ExitCode.NotFound, "a source was not found"),
            (ExitCode.UnusableInput, "a file is no notebook, or has no task"),
        ];
        SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(_sources)!, parsed.GetValue(_task), parsed.GetValue(_all), cancellation));
    }

    private async Task<int> RunAsync(string[] paths, string? task, bool all, CancellationToken cancellation)
    {
        var selection = SourceSelection.Of(paths);
        int code = SourceProblemsView.Show(Terminal, selection, withErrors: ExitCode.Failed);
        if (selection.Sources.Count == 0)
            return code;
        AssignmentSource[] sources =
            [.. selection.Sources.Where(source => task is null || source.Tasks.Any(one => one.Name == task))];
        if (sources.Length == 0)
            return Terminal.Fail(
                ExitCode.Usage,
                $"--task {task}: there is no such task. There are "
                    + string.Join(", ", selection.Sources.SelectMany(source => source.Tasks).Select(one => one.Name))
                    + ".");
        using var kit = new JudgeKit(Workplace.Kit);
        JudgeOptions options = new() { KitScript = kit.Script };
        await using var judge = new GraderJudge(IsolationKind.None);
        foreach (AssignmentSource source in sources)
        {
            string title = $"checking {source.Name}";
            CheckReport report = await Terminal.ShowWhileAsync(
                title,
                show => new AssignmentCheck(judge, options, all ? null : AssignmentCheck.Records).RunAsync(
                    source with { OnlyTask = task },
                    (done, count) => show($"{title}: {done} of {count} answers"), cancellation));
            CheckReportView.Show(Terminal, report);
            if (report.Errors.Count > 0)
                code = Math.Max(code, ExitCode.Failed);
        }
        return code;
    }
}
