namespace NeuralNotebooks.Classroom;

/// <summary>A sentence about a submission.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="IsForTeacher">Whether only the teacher reads it.</param>
public sealed record SubmissionNote(string Text, bool IsForTeacher = false);
