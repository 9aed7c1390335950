namespace NeuralNotebooks.Classroom;

/// <summary>A task that a person marks, with the answers of the class.</summary>
internal sealed record MarkedTask(
    string Assignment, string Name, Points MaxPoints, MarkingGuide Guide, List<MarkedAnswer> Answers)
{
    private const int MaxChoices = 20;

    public string Title => $"{Assignment}: {Name}";

    /// <summary>The answers in the order of the page, which does not depend on the students' names.</summary>
    public IEnumerable<MarkedAnswer> Ordered =>
        Answers.OrderBy(answer => answer.Submissions.Count == 1).ThenBy(PseudonymOf, StringComparer.Ordinal);

    /// <summary>The choices for which the page has buttons: the criteria of the rubric, else whole
    /// points.</summary>
    public IEnumerable<(decimal Points, string? Text)> Choices =>
        Guide.Rubric.Count > 0
            ? Guide.Rubric.Select(point => (point.Points, (string?)point.Text))
            : Enumerable.Range(1, (int)Math.Min(Math.Floor(MaxPoints.Rounded), MaxChoices))
                .Select(points => ((decimal)points, (string?)null));

    /// <summary>A pseudonym of the student, which is different in each task.</summary>
    public string PseudonymOf(MarkedAnswer answer) =>
        HexHash.Short($"{Assignment}\n{Name}\n{answer.Submissions[0].Folder}")[..6];
}

/// <param name="Id">A hash of the task, the normalized text and the images, the same for equal answers.</param>
/// <param name="Given">The task of the first submission.</param>
/// <param name="Text">The text that the student has added to the given text.</param>
/// <param name="Submissions">The submissions with this answer, without what only grading needs.</param>
internal sealed record MarkedAnswer(string Id, JudgedTask Given, string Text, List<JudgedSubmission> Submissions)
{
    /// <summary>The different marks that its students have.</summary>
    public IReadOnlyList<Mark> MarksIn(Adjustments adjustments) =>
        [.. Submissions.Select(submission => MarkOf(submission, adjustments)).Distinct()];

    public Mark MarkOf(JudgedSubmission submission, Adjustments adjustments)
    {
        TaskGrade grade = adjustments.GradeOf(submission).Tasks.First(task => task.Task.Name == Given.Name);
        return new(grade.IsUnmarked ? null : grade.Points.Rounded, grade.Comment);
    }
}
