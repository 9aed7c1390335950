namespace NeuralNotebooks.Engine;

/// <param name="Text">The value or its shape, in one line.</param>
public sealed record Variable(string Name, string Type, string Text);
