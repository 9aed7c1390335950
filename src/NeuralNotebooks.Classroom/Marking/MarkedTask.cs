namespace NeuralNotebooks.Classroom;

/// <summary>A task that a person marks, with the answers of the class.</summary>
internal sealed record MarkedTask(
    string Assignment, string Name, Points MaxPoints, HandTask Task, List<MarkedAnswer> Answers)
{
    private const int MaxChoices = 20;

    public string Title => $"{Assignment}: {Name}";

    /// <summary>The choices for which the page has buttons: the criteria of the rubric, else whole
    /// points.</summary>
    public IEnumerable<(decimal Points, string? Text)> Choices =>
        Task.Rubric.Count > 0
            ? Task.Rubric.Select(point => (point.Points, (string?)point.Text))
            : Enumerable.Range(1, (int)Math.Min(Math.Floor(MaxPoints.Rounded), MaxChoices))
                .Select(points => ((decimal)points, (string?)null));

    /// <summary>A pseudonym of the student, which is different in each task.</summary>
    public string NumberOf(MarkedAnswer answer) =>
        HexHash.Short($"{Assignment}\n{Name}\n{answer.Marks[0].Student}")[..6];
}

/// <summary>An answer that one student or several have given.</summary>
/// <param name="Key">The normalized text with the images, which is the same for equal answers.</param>
internal sealed record MarkedAnswer(string Key, List<StudentMark> Marks, Markup Content);

/// <param name="Points">The points; null if the answer is not marked yet.</param>
internal sealed record StudentMark(string Student, decimal? Points, string Comment);
