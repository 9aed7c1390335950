namespace NeuralNotebooks.Engine;

/// <summary>Collects the lines of a text up to the directive that ends their step.</summary>
internal sealed class StepBuilder(string path)
{
    private readonly StringBuilder _text = new();
    private int _firstLine = 1;

    /// <summary>The line that names the language of the lines, such as <c>#!markdown</c>; null for C#.</summary>
    public string? Language { get; set; }

    public void AddLine(string line) => _text.Append(line).Append('\n');

    public SourceStep? End()
    {
        string text = _text.ToString();
        var place = new TextPlace(path, _firstLine);
        // Below the blank lines: one for each line above, and one for the directive.
        string other = text[Math.Min(_firstLine, text.Length)..].TrimEnd('\n');
        // The lines above the next step become empty, so that its errors have the right line numbers.
        _firstLine = text.AsSpan().Count('\n') + 1;
        _text.Clear().Append('\n', _firstLine - 1);
        if (Language is null or Directive.Markdown && string.IsNullOrWhiteSpace(text))
            return null;
        return Language switch
        {
            null => new CodeStep(text.TrimEnd('\n'), place),
            Directive.Markdown => new MarkdownStep(text.Trim('\n'), place),
            // A line such as "#!value --name x" has a meaning also without text below it.
            _ => new ExtensionStep($"{Language}\n{other}", place),
        };
    }
}
