namespace NeuralNotebooks.Classroom;

/// <summary>Judging itself failed, for a reason that is no submission's.</summary>
public sealed class JudgeException(string message, Exception? cause = null) : Exception(message, cause);
