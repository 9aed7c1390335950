namespace NeuralNotebooks.Assignments;

public sealed record SubmissionNote(string Text, bool IsForTeacher = false)
{
    /// <summary>Whether the teacher's page of the class shows it, although the student reads it, too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsOnClassPage { get; init; }

    /// <summary>Whether it says only that a task whose cell is there is not answered.</summary>
    internal bool IsUnanswered { get; init; }
}
