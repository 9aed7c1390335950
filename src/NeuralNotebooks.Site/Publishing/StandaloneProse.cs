namespace NeuralNotebooks.Site;

/// <summary>Renders untrusted texts as parts of a <see cref="StandalonePage"/>. The HTML is sanitized, contains the
/// images that are attached to the texts, and has no links to files. Their formulas are typeset together.</summary>
public sealed partial class StandaloneProse
{
    /// <summary>As in text.css, for formulas that anybody may have written.</summary>
    private const string Contained = ".katex { display: inline-block; max-width: 100%; contain: paint }";

    private readonly FormulaBook _formulas = new();
    private int _texts;

    /// <summary>Renders a text as HTML, whose formulas are not typeset yet.</summary>
    /// <param name="text">The text, in Markdown.</param>
    /// <param name="images">The address of an attached image, by its name; null if there is none.</param>
    public Html Add(string text, Func<string, string?>? images = null) => Written(
        scope =>
        {
            scope.Links.Attachments = images ?? scope.Links.Attachments;
            return HtmlTree.Content(Prose.Render(text, scope));
        },
        $"<pre>{text}</pre>\n");

    /// <summary>Renders a text of one paragraph as HTML without the element of the paragraph. Any other text is
    /// rendered with its elements.</summary>
    /// <param name="text">The text, in Markdown.</param>
    public Html AddInline(string text) => Written(scope => Prose.RenderInline(text, scope), $"{text}");

    /// <summary>Typesets the formulas in a page, and returns the page and the formulas' style sheet. If <c>node</c> is
    /// not available, formulas are shown as TeX source.</summary>
    public (string Page, string StyleSheet) Typeset(Html page, CancellationToken cancellation = default)
    {
        if (_formulas.IsEmpty)
            return ($"{page}", "");
        _formulas.Typeset("node", cancellation);
        string styles = _formulas.AreTypeset ? FontFile().Replace(Katex.StyleSheet!, Embedded) + Contained : "";
        return (page.Written(_formulas.Typeset), styles);
    }

    /// <remarks>What a student's formula defines is not known in other texts.</remarks>
    private Html Written(Func<UntrustedScope, Html> render, Html otherwise)
    {
        var scope = new UntrustedScope(Invariant($"{_texts++}"), new PageLinks(new PageReport("a text")), _formulas);
        Html html = otherwise;
        scope.Report.Try("it cannot be rendered", () => { html = render(scope); });
        return html;
    }

    private static string Embedded(Match file) =>
        EmbeddedAssets.Bytes(file.Groups["name"].Value) is { } font
            ? $"url(data:font/woff2;base64,{Convert.ToBase64String(font)})"
            : file.Value;

    [GeneratedRegex(@"url\(fonts/(?<name>[^)]+)\)")]
    private static partial Regex FontFile();
}
