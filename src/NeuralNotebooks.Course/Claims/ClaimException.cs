namespace NeuralNotebooks.Course;

/// <summary>A claim of a notebook does not hold: the text above the cell is wrong, or the cell is.</summary>
/// <param name="message">The message to the reader.</param>
public sealed class ClaimException(string message) : Exception(message);
