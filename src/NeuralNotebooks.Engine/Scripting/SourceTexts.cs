using Microsoft.CodeAnalysis.Text;

namespace NeuralNotebooks.Engine;

/// <summary>The texts that a session has compiled, by their path in compiler messages and stack traces.</summary>
internal sealed class SourceTexts
{
    private readonly Dictionary<string, (int Cell, string? File, string[] Lines)> _texts = new(StringComparer.Ordinal);

    /// <summary>The path of a cell's own text; an imported file has its own path.</summary>
    public static string PathOfCell(int cell) => Invariant($"cell {cell}");

    /// <param name="path">The path under which it is compiled.</param>
    /// <param name="text">The text, with or without its directives blanked.</param>
    /// <param name="cell">The cell itself, or the one that imported it.</param>
    /// <param name="file">The imported file's name in messages; null for a cell.</param>
    public void Add(string path, string text, int cell, string? file) =>
        // Lines as the compiler counts them.
        _texts[path] = (cell, file, [.. SourceText.From(text).Lines.Select(line => line.ToString())]);

    /// <summary>The location of a path and a line (from 1), or null when the text is not the session's.</summary>
    public CellLocation? Locate(string? path, int line) =>
        path is not null && _texts.TryGetValue(path, out var text)
            ? new CellLocation(text.Cell, line, text.File)
            : null;

    /// <summary>The text of a line (from 1).</summary>
    public string? Line(string? path, int line) =>
        path is not null && _texts.TryGetValue(path, out var text) && line >= 1 && line <= text.Lines.Length
            ? text.Lines[line - 1]
            : null;
}
