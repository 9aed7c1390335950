namespace NeuralNotebooks.Cli;

internal static class GradeSummaryView
{
    public static int Show(Terminal terminal, GradingStore store, IReadOnlyList<GradedRun> runs)
    {
        GradedRun[] failed =
            [.. runs.Where(run => run.Problem is not null).OrderBy(run => run.Key, SubmissionKey.Ordinal)];
        foreach (GradedRun run in failed)
            terminal.WriteError($"{run.Key} could not be graded: {run.Problem}");
        int kept = runs.Count(run => run.Duration is null);
        terminal.WriteLine(
            $"{runs.Count - failed.Length} of {runs.Count} submissions "
                + $"graded{(kept > 0 ? $", {kept} of them unchanged" : "")}. Results: "
                + $"{Path.Combine(store.Path, ClassReport.FileName)}");
        if (failed.Length < runs.Count)
            terminal.WriteLine($"Next: nn feedback {ShellPath.Quoted(store.Path)}");
        return failed.Length > 0 ? ExitCode.Failed : ExitCode.Passed;
    }
}
