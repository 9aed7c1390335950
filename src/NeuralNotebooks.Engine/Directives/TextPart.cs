using System.Text;

namespace NeuralNotebooks.Engine;

/// <summary>Collects the lines of a text up to a directive that begins a new part.</summary>
/// <param name="path">The path of the text.</param>
internal sealed class TextPart(string path)
{
    private readonly StringBuilder _text = new();
    private int _firstLine = 1;

    /// <summary>Whether the lines are Markdown; otherwise they are C#.</summary>
    public bool IsProse { get; set; }

    public void AddLine(string line) => _text.Append(line).Append('\n');

    /// <summary>Ends the part; the next line begins another.</summary>
    /// <returns>The step that runs or shows the lines; null if they are empty.</returns>
    public CellStep? End()
    {
        string text = _text.ToString();
        int line = _firstLine;
        // The lines above the next part become empty, so that its errors have the right line numbers.
        _firstLine = text.AsSpan().Count('\n') + 1;
        _text.Clear().Append('\n', _firstLine - 1);
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return IsProse ? new MarkdownStep(text.Trim('\n'), path, line) : new CodeStep(text.TrimEnd('\n'), path, line);
    }
}
