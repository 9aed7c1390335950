namespace NeuralNotebooks.Assignments;

/// <param name="Notes">Messages for teacher and student in addition to the score, such as a compile error with its
/// place or a forbidden use.</param>
/// <param name="Transcript">The messages of the session's exceptions and, unless its process is reused, its output.
/// Only the teacher sees them.</param>
internal sealed record TaskValues(
    string Task, IReadOnlyList<ProbeValue> Values, IReadOnlyList<string> Notes, string Transcript, TimeSpan Cpu)
{
    /// <summary>The exception of the cell that answers the task; null if it ran to its end.</summary>
    internal SessionStarted? Failed { get; init; }

    internal static TaskValues NotAnswered(AssignmentTask task) =>
        NotJudged(task, new MissingValue(MissingReason.NotAnswered), []);

    /// <summary>The values of a task that could not be judged: the same reason for each probe.</summary>
    internal static TaskValues NotJudged(AssignmentTask task, MissingValue why, IReadOnlyList<string> notes) =>
        new(task.Name, [.. Enumerable.Repeat(why, task.Probes.Count)], notes, "", TimeSpan.Zero);
}
