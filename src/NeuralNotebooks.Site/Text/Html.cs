namespace NeuralNotebooks.Site;

/// <summary>A piece of HTML. A text that is interpolated into it is escaped, another piece is inserted as it is. Its
/// formulas are typeset when it is written.</summary>
[InterpolatedStringHandler]
public readonly struct Html
{
    /// <summary>Strings of HTML, and formulas.</summary>
    private readonly List<object>? _parts;

    /// <summary>Begins a piece, to which the compiler appends the parts of an interpolated string.</summary>
    public Html(int literalLength, int holes) => _parts = new(literalLength > 0 ? (2 * holes) + 1 : holes);

    internal bool IsEmpty => Parts.All(part => part is "");

    private List<object> Parts => _parts ?? [];

    /// <summary>An interpolated string as HTML, where the compiler would make a text of it.</summary>
    internal static Html Of(Html html) => html;

    internal static Html If(bool condition, Html html) => condition ? html : default;

    internal static Html Join(string separator, IEnumerable<Html> pieces)
    {
        Html joined = new(0, 0);
        foreach (Html piece in pieces)
        {
            joined.AppendFormatted(joined.Parts.Count > 0 ? separator : "");
            joined.AppendFormatted(piece);
        }
        return joined;
    }

    /// <summary>HTML that a program has written: a parser of HTML, KaTeX, or a serializer of JSON.</summary>
    internal static Html Raw(string html)
    {
        Html raw = new(0, 1);
        raw.AppendLiteral(html);
        return raw;
    }

    /// <summary>Escapes text for HTML: only the four characters that are special in elements and quoted
    /// attributes.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");

    public void AppendLiteral(string html) => Parts.Add(html);

    public void AppendFormatted(string? text) => Parts.Add(Escape(text ?? ""));

    public void AppendFormatted(int number) => Parts.Add(Invariant($"{number}"));

    public void AppendFormatted(Html piece) => Parts.AddRange(piece.Parts);

    public void AppendFormatted(IEnumerable<Html> pieces) => Parts.AddRange(pieces.SelectMany(piece => piece.Parts));

    internal void AppendFormatted(Formula formula) => Parts.Add(formula);

    internal Html Trim()
    {
        Html trimmed = new(0, 0);
        trimmed.AppendFormatted(this);
        if (trimmed.Parts is [string first, ..])
            trimmed.Parts[0] = first.TrimStart();
        if (trimmed.Parts is [.., string last])
            trimmed.Parts[^1] = last.TrimEnd();
        return trimmed;
    }

    /// <summary>The piece with the sources of its formulas, which a script of the page can typeset.</summary>
    public override string ToString() => Written(formula => $"{formula.ToHtml()}");

    internal string Written(Func<Formula, string> typeset) =>
        string.Concat(Parts.Select(part => part is Formula formula ? typeset(formula) : (string)part));
}
