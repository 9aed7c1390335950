namespace NeuralNotebooks.Classroom;

/// <summary>Validates results that were read from a store, because a file may have been truncated, edited, or written
/// by another version. After this check other code can rely on the results.</summary>
internal static class StoredResults
{
    public static bool AreComplete(JudgedSubmission submission, SubmissionKey key, Func<string, bool> hasImage) =>
        submission.Key == key && HasNoNull(submission.Notes) && HasNoNull(submission.Tasks)
        && submission.Tasks.DistinctBy(task => task.Name).Count() == submission.Tasks.Count
        && submission.Tasks.All(task => IsComplete(task, hasImage))
        && (submission.Problem is not null
            || Points.Sum(submission.Tasks.Select(task => task.Points)) == submission.MaxPoints);

    private static bool IsComplete(JudgedTask task, Func<string, bool> hasImage) =>
        HasNoNull(task.Probes) && HasNoNull(task.Mistakes) && HasNoNull(task.Notes)
        && task.Probes.All(probe => IsComplete(probe.Expected) && IsComplete(probe.Actual))
        && task.Mistakes.All(mistake => mistake.Values.Count == task.Probes.Count && mistake.Values.All(IsComplete))
        && (task.Images?.Values ?? []).All(name =>
            name is not null && SubmittedImage.IsFileName(name) && hasImage(name));

    private static bool IsComplete(ProbeValue? value) =>
        value is MissingValue none ? Enum.IsDefined(none.Reason) : value is not null && ValueLimits.Allow(value);

    private static bool HasNoNull<T>(IReadOnlyList<T> items) => !items.Any(item => item is null);
}
