namespace NeuralNotebooks.Classroom;

/// <summary>Another process writes marks into the same folder of results.</summary>
public sealed class FolderInUseException(string message) : Exception(message);
