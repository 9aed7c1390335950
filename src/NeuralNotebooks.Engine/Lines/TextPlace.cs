namespace NeuralNotebooks.Engine;

internal readonly record struct TextPlace(string Path, int Line);
