namespace NeuralNotebooks.Engine;

/// <summary>A line of a text of the session.</summary>
internal readonly record struct TextPlace(string Path, int Line);
