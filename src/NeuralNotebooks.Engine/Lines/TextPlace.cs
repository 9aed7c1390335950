namespace NeuralNotebooks.Engine;

/// <summary>A line of a text of the session.</summary>
/// <param name="Path">The path of the text in <see cref="SourceTexts"/>.</param>
/// <param name="Line">The line, counted from 1.</param>
internal readonly record struct TextPlace(string Path, int Line);
