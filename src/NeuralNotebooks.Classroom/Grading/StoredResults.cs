namespace NeuralNotebooks.Classroom;

/// <summary>Checks what was read from a store, once, so that all who use it may rely on it: a file may have been
/// truncated, edited, or written by another version.</summary>
internal static class StoredResults
{
    /// <summary>Whether results are complete and agree with each other.</summary>
    /// <param name="submission">The results.</param>
    /// <param name="key">The submission whose results they should be.</param>
    /// <param name="hasImage">Whether there is an image with a name.</param>
    public static bool AreWhole(GradedSubmission submission, SubmissionKey key, Func<string, bool> hasImage) =>
        submission.Key == key
        && HasNoGap(submission.Notes)
        && HasNoGap(submission.Tasks)
        && submission.Tasks.DistinctBy(task => task.Name).Count() == submission.Tasks.Count
        && submission.Tasks.All(task => IsWhole(task, hasImage))
        && (submission.Problem is not null
            || Points.Sum(submission.Tasks.Select(task => task.Points)) == submission.MaxPoints);

    private static bool IsWhole(GradedTask task, Func<string, bool> hasImage) =>
        HasNoGap(task.Probes)
        && HasNoGap(task.Mistakes)
        && HasNoGap(task.Keys.Mistakes)
        && HasNoGap(task.Notes)
        && AreWhole(task, task.Reference)
        && AreWhole(task, task.Answers)
        && task.Mistakes.All(mistake => AreWhole(task, mistake.Answers))
        && task.Keys.Mistakes.Count <= task.Mistakes.Count
        && (task.Images?.Values ?? []).All(name =>
            name is not null && SubmittedImage.IsFileName(name) && hasImage(name)
        );

    /// <summary>Whether there is an answer to each probe.</summary>
    private static bool AreWhole(GradedTask task, IReadOnlyList<Answer> answers) =>
        answers.Count == task.Probes.Count && answers.All(IsWhole);

    private static bool IsWhole(Answer? answer) =>
        answer switch
        {
            null => false,
            ListAnswer list => list.Items.All(IsWhole),
            MatrixAnswer matrix => matrix.Rows >= 0
                && matrix.Columns >= 0
                && (long)matrix.Rows * matrix.Columns == matrix.Entries.Count,
            RecordAnswer record => record.Members.Values.All(IsWhole),
            NoAnswer none => Enum.IsDefined(none.Reason),
            _ => true,
        };

    private static bool HasNoGap<T>(IReadOnlyList<T> items) => !items.Any(item => item is null);
}
