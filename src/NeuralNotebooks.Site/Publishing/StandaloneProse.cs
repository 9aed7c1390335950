namespace NeuralNotebooks.Site;

/// <summary>Untrusted texts as parts of a <see cref="StandalonePage"/>: harmless HTML with their own images, and with
/// formulas that are typeset together. No address in it leads to a file.</summary>
public sealed partial class StandaloneProse
{
    private readonly SiteMap _map = new([], new SiteOptions { IsUntrusted = true });

    /// <summary>A text as HTML, with placeholders for its formulas.</summary>
    /// <param name="cell">The text, in Markdown, with the images that it carries.</param>
    public string Add(MarkdownCell cell)
    {
        var scope = new PageScope("", "", _map) { Attachments = cell };
        return scope.Try("it cannot be rendered", () => ProseRenderer.Render(cell.Source, scope))
            ?? $"<pre>{Html.Escape(cell.Source)}</pre>\n";
    }

    /// <summary>Replaces the placeholders in a page, and returns the style sheet of its formulas. Without
    /// <c>node</c>, a formula is shown as it is written.</summary>
    public (string Page, string StyleSheet) Typeset(string page, CancellationToken cancellation = default)
    {
        if (_map.Formulas.Formulas.Count == 0)
            return (page, "");
        IReadOnlyList<TypesetFormula>? typeset = Katex.Typeset(_map.Formulas.Formulas, "node", cancellation);
        if (typeset is null || SharedAssets.KatexStyleSheet is not { } katexStyles)
            return (_map.Formulas.Fill(page, [.. _map.Formulas.Formulas.Select(TypesetFormula.AsSource)]), "");
        var compact = new CompactMarkup(typeset, katexStyles);
        string rules = FontFace().Replace(compact.StyleSheet, "");
        IEnumerable<string> fonts = FontFace()
            .Matches(compact.StyleSheet)
            .Where(face => rules.Contains(face.Groups["family"].Value))
            .Select(face => FontFile().Replace(face.Value, Embedded));
        return (_map.Formulas.Fill(page, compact.Formulas), string.Concat(fonts) + rules);
    }

    private static string Embedded(Match file) =>
        EmbeddedAssets.Bytes(file.Groups["name"].Value) is { } font
            ? $"url(data:font/woff2;base64,{Convert.ToBase64String(font)})"
            : file.Value;

    [GeneratedRegex(@"@font-face\s*\{[^{}]*?font-family:\s*""?(?<family>[\w-]+)[^{}]*\}")]
    private static partial Regex FontFace();

    [GeneratedRegex(@"url\(fonts/(?<name>[^)]+)\)")]
    private static partial Regex FontFile();
}
