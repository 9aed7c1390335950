namespace NeuralNotebooks.Jupyter;

/// <summary>A peer violates the protocol or its limits; its connection is closed.</summary>
internal sealed class WireException(string message) : IOException(message);
