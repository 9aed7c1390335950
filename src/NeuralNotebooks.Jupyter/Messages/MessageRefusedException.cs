namespace NeuralNotebooks.Jupyter;

/// <summary>Frames are not a message that the kernel listens to; they are dropped.</summary>
/// <param name="reason">Such as "its signature is wrong".</param>
internal sealed class MessageRefusedException(string reason) : Exception($"A message is dropped: {reason}.");
