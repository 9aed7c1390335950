namespace NeuralNotebooks.Cli;

/// <summary><c>nn assign check</c>, step by step: read the sources, run all checks, show the report.</summary>
internal sealed class CheckWorkflow(Terminal terminal)
{
    public async Task<int> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var selection = SourceSelection.Of(paths);
        int code = SourceProblemsView.Show(terminal, selection, withErrors: ExitCode.Failed);
        if (selection.Sources.Count == 0)
            return code;
        using var kit = new JudgedKit();
        JudgeOptions options = new() { KitScript = kit.Script };
        await using var judge = new SandboxedJudge();
        foreach (AssignmentSource source in selection.Sources)
        {
            string title = $"checking {source.Name}";
            CheckReport report = await terminal.ShowWhileAsync(
                title,
                show => new AssignmentCheck(judge, options).RunAsync(
                    source, (done, all) => show($"{title}: {done} of {all} answers"), cancellation));
            CheckReportView.Show(terminal, report);
            if (report.Errors.Count > 0)
                code = Math.Max(code, ExitCode.Failed);
        }
        return code;
    }
}
