namespace NeuralNotebooks.Classroom;

internal static class SubmissionDetails
{
    /// <summary>The lines of the description. A text of several lines is one item.</summary>
    public static IEnumerable<string> Of(JudgedSubmission submission) =>
        [
            $"{submission.Key}",
            .. submission.Problem is { } problem ? [$"  could not be graded: {problem}"] : Array.Empty<string>(),
            .. submission.Notes.Select(note => $"  {note.Text}"),
            .. submission.Problem is null ? submission.Tasks.SelectMany(Of) : [],
        ];

    private static IEnumerable<string> Of(JudgedTask task)
    {
        TaskScore score = task.Score();
        yield return "";
        yield return task.IsByHand
            ? $"{task.Name}: {Readable.Points(task.Points)}, by hand"
            : $"{task.Name}: {score.Points.ForPage} of {Readable.Points(task.Points)}";
        yield return Indented(task.Submitted ?? "(not answered)");
        foreach (((Probe probe, ProbeValue expected, ProbeValue actual), Difference? difference) in
            task.Probes.Zip(score.Differences))
        {
            yield return $"  {(difference is null ? "passed" : $"lost ({difference.Sentence})")}: {probe.Name}";
            yield return Indented(probe.Expression);
            yield return $"      expected {ValueText.Of(expected)}";
            if (difference is not null)
                yield return $"      answered {ValueText.Of(actual)}";
        }
        foreach (string mistake in score.Mistakes)
            yield return $"  {(score.Mistakes.Count == 1 ? "likely" : "possible")}: {mistake}";
        foreach (string note in task.Notes)
            yield return $"  {note}";
        if (task.Transcript.Length > 0)
            yield return "  transcript:\n" + Indented(task.Transcript);
    }

    private static string Indented(string text) =>
        "      " + text.TrimEnd().Replace("\n", "\n      ", StringComparison.Ordinal);
}
