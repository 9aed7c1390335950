namespace NeuralNotebooks.Course;

/// <summary>A notebook's own claim does not hold: the text above the cell is wrong, or the cell is.</summary>
/// <param name="message">What the reader sees.</param>
public sealed class ClaimException(string message) : Exception(message);
