namespace NeuralNotebooks.Engine;

/// <summary>The texts that a session has compiled, by their path in compiler messages and stack traces.</summary>
internal sealed class SourceTexts
{
    private readonly ConcurrentDictionary<string, (CodeOrigin Origin, string? File, string[] Lines)> _texts = [];

    /// <param name="text">The text, with or without its directives blanked.</param>
    public void Add(string path, string text, CodeOrigin origin, string? file) =>
        // The text is split into lines as the compiler does it.
        _texts[path] = (origin, file, [.. SourceText.From(text).Lines.Select(line => line.ToString())]);

    /// <summary>The location of a path and a line (from 1; null if it is not known), or null if the session has not
    /// compiled this text.</summary>
    public CellLocation? Locate(string? path, int? line) =>
        path is not null && _texts.TryGetValue(path, out var text)
            ? new CellLocation(text.Origin, line, text.File) : null;

    public string? Line(string? path, int? line) =>
        path is not null && _texts.TryGetValue(path, out var text) && line >= 1 && line <= text.Lines.Length
            ? text.Lines[line.Value - 1] : null;
}
