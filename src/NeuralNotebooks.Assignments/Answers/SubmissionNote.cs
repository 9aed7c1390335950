namespace NeuralNotebooks.Assignments;

public sealed record SubmissionNote(string Text, NoteReaders For)
{
    /// <summary>Whether it says only that a task whose cell is there is not answered.</summary>
    internal bool IsUnanswered { get; init; }
}

/// <summary>Who reads a note: the student on the page of the feedback, the teacher on the page of the class.</summary>
public enum NoteReaders
{
    Student,
    Teacher,
    Both,
}
