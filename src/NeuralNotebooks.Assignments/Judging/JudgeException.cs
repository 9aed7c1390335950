namespace NeuralNotebooks.Assignments;

/// <summary>Judging itself failed, for a reason unrelated to any submission.</summary>
public sealed class JudgeException(string message, Exception? cause = null) : Exception(message, cause);
