namespace NeuralNotebooks.Jupyter;

/// <summary>Frames that are not a valid message; they are dropped.</summary>
/// <param name="reason">E.g. "its signature is wrong".</param>
internal sealed class MessageRefusedException(string reason) : Exception($"A message is dropped: {reason}.");
