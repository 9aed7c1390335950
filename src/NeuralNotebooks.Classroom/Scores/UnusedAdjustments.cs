namespace NeuralNotebooks.Classroom;

/// <summary>Finds rows of the teacher's tables that match no submission, for example because of a misspelt
/// name.</summary>
/// <param name="adjustments">The tables.</param>
internal sealed class UnusedAdjustments(Adjustments adjustments)
{
    private readonly HashSet<Adjustment> _used = [];
    private readonly HashSet<string> _usedGroups = [];

    /// <summary>A message for each row that no grade so far has used.</summary>
    public IEnumerable<string> Messages =>
        adjustments
            .Rows.Where(row => !_used.Contains(row))
            .Select(row => $"{Adjustments.FileName}: {row.Student} has no graded task {row.Task}.")
            .Concat(
                adjustments
                    .AcceptedGroups.Where(group => !_usedGroups.Contains(group))
                    .Select(group =>
                        $"{Adjustments.Accepted}: no answer of a group {group} can be accepted. Expected the number "
                            + "of a group whose answers are the same values, from the page of the class."
                    )
            );

    /// <summary>Records the rows that a grade has used.</summary>
    public void Add(SubmissionGrade grade)
    {
        JudgedSubmission submission = grade.Submission;
        _used.UnionWith(adjustments.RowsOf(submission).Where(row => row.Concerns(submission)));
        _usedGroups.UnionWith(grade.Tasks.Select(task => task.AcceptedGroup).OfType<string>());
    }
}
