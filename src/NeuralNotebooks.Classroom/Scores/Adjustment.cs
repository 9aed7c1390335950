namespace NeuralNotebooks.Classroom;

/// <param name="Task">The task, or for a penalty the assignment; empty for a penalty on each assignment.</param>
/// <param name="Points">The points; null in a row with a comment alone.</param>
/// <param name="IsRelative">Whether the points are added to the task's, and do not replace them.</param>
/// <param name="Answer">The id of the answer that it marks; empty if it counts for every answer.</param>
internal sealed record Adjustment(
    string Student, string Task, decimal? Points, bool IsRelative, string Comment, string Answer)
{
    public static Adjustment Parse(CsvRow row, string path)
    {
        string text = row["points"].Replace(',', '.').Replace('−', '-');
        if (text.Length == 0)
            return new(row["student"], row["task"], Points: null, IsRelative: true, row["comment"], row["answer"]);
        if (!decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out decimal points))
            throw new TableException(
                $"{path}: {row["student"]}, {row["task"]}: expected a number of points, such as 1.5, and not "
                    + $"{row["points"]}.");
        return new(
            row["student"], row["task"], points, IsRelative: text[0] is '+' or '-', row["comment"], row["answer"]);
    }

    /// <summary>Whether it is a penalty: the name of a task that is also the assignment's means the task.</summary>
    public bool IsPenaltyFor(JudgedSubmission submission) => Task.Length == 0
        || Task == submission.Assignment && !submission.Tasks.Any(task => AppliesTo(submission, task));

    public bool AppliesTo(JudgedSubmission submission, JudgedTask task) =>
        IsNameOf(Task, submission.Assignment, task.Name);

    public static bool IsNameOf(string written, string assignment, string task) =>
        written == task || written == $"{assignment}/{task}";

    /// <summary>Whether it marks an answer that the student has replaced since.</summary>
    public bool IsOutdated(JudgedSubmission submission, JudgedTask task) =>
        Answer.Length > 0 && submission.Problem is null && Answer != task.AnswerId;

    public bool Concerns(JudgedSubmission submission) =>
        IsPenaltyFor(submission) || submission.Tasks.Any(task => AppliesTo(submission, task));
}
