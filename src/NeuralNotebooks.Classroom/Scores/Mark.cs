namespace NeuralNotebooks.Classroom;

/// <summary>A mark that a person gives for a task.</summary>
/// <param name="Points">The points; null if there are none yet.</param>
public sealed record Mark(decimal? Points, string Comment);
