namespace NeuralNotebooks.Jupyter;

/// <summary>Thrown if a peer violates the protocol or exceeds a limit. Its connection is closed.</summary>
internal sealed class WireException(string message) : IOException(message);
