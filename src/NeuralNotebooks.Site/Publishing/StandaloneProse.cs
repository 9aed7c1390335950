namespace NeuralNotebooks.Site;

/// <summary>Renders untrusted texts as parts of a <see cref="StandalonePage"/>. The HTML is sanitized, contains the
/// images that are attached to the texts, and has no links to files. Their formulas are typeset together.</summary>
public sealed partial class StandaloneProse
{
    private readonly FormulaBook _formulas = new();

    /// <summary>A part of the marks in texts that stand for formulas; nobody can guess it.</summary>
    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly List<Formula> _marked = [];
    private int _texts;

    /// <summary>Renders a text as HTML, whose formulas are not typeset yet.</summary>
    /// <param name="text">The text, in Markdown.</param>
    /// <param name="images">The address of an attached image, by its name; null if there is none.</param>
    public string Add(string text, Func<string, string?>? images = null)
    {
        UntrustedScope scope = NextScope();
        scope.Links.Attachments = images ?? scope.Links.Attachments;
        Html html = $"<pre>{text}</pre>\n";
        scope.Report.Try("it cannot be rendered", () => { html = HtmlTree.Content(Prose.Render(text, scope)); });
        return html.Written(Mark);
    }

    /// <summary>Renders a text of one paragraph as HTML without the element of the paragraph. Any other text is
    /// rendered with its elements.</summary>
    /// <param name="text">The text, in Markdown.</param>
    public string AddInline(string text)
    {
        UntrustedScope scope = NextScope();
        Html html = $"{text}";
        scope.Report.Try("it cannot be rendered", () => { html = Prose.RenderInline(text, scope); });
        return html.Written(Mark);
    }

    /// <summary>Typesets the formulas in a page, and returns the page and the formulas' style sheet. If <c>node</c> is
    /// not available, formulas are shown as TeX source.</summary>
    public (string Page, string StyleSheet) Typeset(string page, CancellationToken cancellation = default)
    {
        if (_formulas.IsEmpty)
            return (page, "");
        _formulas.Typeset("node", cancellation);
        string styles = _formulas.AreTypeset ? FontFile().Replace(Katex.StyleSheet!, Embedded) : "";
        // Every second part is the number of a formula.
        IEnumerable<string> parts = page.Split(_mark).Select((part, i) => i % 2 == 0 ? part
            : _formulas.Typeset(_marked[int.Parse(part, CultureInfo.InvariantCulture)]));
        return (string.Concat(parts), styles);
    }

    /// <summary>The scope of the next text. What a student's formula defines is not known in other texts.</summary>
    private UntrustedScope NextScope() =>
        new(Invariant($"{_texts++}"), new PageLinks(new PageReport("a text")), _formulas);

    /// <summary>The mark in a text that stands for a formula: the program that makes the page of the texts has
    /// strings.</summary>
    private string Mark(Formula formula)
    {
        _marked.Add(formula);
        return Invariant($"{_mark}{_marked.Count - 1}{_mark}");
    }

    private static string Embedded(Match file) =>
        EmbeddedAssets.Bytes(file.Groups["name"].Value) is { } font
            ? $"url(data:font/woff2;base64,{Convert.ToBase64String(font)})"
            : file.Value;

    [GeneratedRegex(@"url\(fonts/(?<name>[^)]+)\)")]
    private static partial Regex FontFile();
}
