namespace NeuralNotebooks.Classroom;

/// <summary>A sentence about a submission.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="IsForTeacher">Whether only the teacher reads it.</param>
public sealed record SubmissionNote(string Text, bool IsForTeacher = false)
{
    /// <summary>Whether it says only that a task whose cell is there is not answered.</summary>
    internal bool IsUnanswered { get; init; }
}
