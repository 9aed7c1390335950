using System.Globalization;
using NeuralNotebooks.Classroom;

namespace NeuralNotebooks.Cli;

/// <summary>What grading has come to: how many, what could not be graded, where the results are.</summary>
internal static class GradeSummaryView
{
    /// <returns>The exit code.</returns>
    public static int Show(Terminal terminal, GradingStore store, IReadOnlyList<GradedRun> runs)
    {
        GradedSubmission[] failed = [.. runs.Select(run => run.Submission).Where(submission => submission.Problem is not null).OrderBy(submission => submission.Assignment, StringComparer.Ordinal).ThenBy(submission => submission.Student, StringComparer.Ordinal)];
        foreach (GradedSubmission submission in failed)
            terminal.Error.WriteLine(PrintableText.Of($"{submission.Student}, {submission.Assignment} could not be graded: {submission.Problem}"));
        int kept = runs.Count(run => run.Duration is null), awaited = runs.Count(run => run.Submission.Tasks.Any(task => task.IsByHand));
        terminal.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{runs.Count - failed.Length} of {runs.Count} submissions graded{(kept > 0 ? $", {kept} of them unchanged" : "")}. Results: {Path.Combine(store.Path, ResultFiles.Grades)}"));
        if (awaited > 0)
            terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{awaited} submissions have tasks that are marked by hand, in {Path.Combine(store.Path, Adjustments.FileName)} (student,task,points,comment)."));
        return failed.Length > 0 ? ExitCode.CellFailed : ExitCode.Passed;
    }
}
