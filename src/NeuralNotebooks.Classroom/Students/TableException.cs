namespace NeuralNotebooks.Classroom;

/// <summary>A table of the teacher, such as <c>adjust.csv</c>, cannot be used. The message names the file and says what
/// was expected.</summary>
public sealed class TableException(string message) : Exception(message);
