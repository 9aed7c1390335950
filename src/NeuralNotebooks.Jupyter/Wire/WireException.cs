namespace NeuralNotebooks.Jupyter;

/// <summary>A peer does not keep to the protocol; its connection is closed.</summary>
internal sealed class WireException(string message) : IOException(message);
