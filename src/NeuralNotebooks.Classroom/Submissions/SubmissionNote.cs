namespace NeuralNotebooks.Classroom;

/// <summary>A sentence about a submission.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="IsForTeacher">Whether only the teacher reads it.</param>
public sealed record SubmissionNote(string Text, bool IsForTeacher = false)
{
    /// <summary>What it is about. It is not stored.</summary>
    internal NoteKind Kind { get; init; }
}

/// <summary>What a note is about.</summary>
internal enum NoteKind
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>The cell of a task is there, but the task is not answered. A receipt lists such tasks anyway.</summary>
    NotAnswered,
}
