namespace NeuralNotebooks.Classroom;

/// <summary>A piece of HTML. Interpolated texts are escaped; interpolated markup is inserted unchanged.</summary>
/// <remarks>Invisible characters, such as those that reverse the direction of text, are removed from texts, and the
/// length of texts is limited, since they may come from submissions.</remarks>
internal readonly partial record struct Markup
{
    private const int MaxLength = 2_000;

    private readonly Html _html;

    private Markup(Html html) => _html = html;

    public bool IsEmpty => _html.IsEmpty;

    /// <summary>Whether it is a list, which cannot be in a paragraph.</summary>
    private bool IsBlock { get; init; }

    public static implicit operator Markup(string text) => Text(text);

    public static Markup Of(Handler html) => new(html.Built());

    /// <summary>HTML that this program has created, inserted without escaping.</summary>
    public static Markup Raw(string html) => new(Html.Raw(html));

    public static Markup Raw(Html html) => new(html);

    public static Markup Text(string text, int maxLength = MaxLength) =>
        new(Html.Of($"{WithoutInvisible(text, maxLength)}"));

    /// <summary>A sentence that may contain `code` and *emphasis* as in Markdown.</summary>
    public static Markup Sentence(string text)
    {
        string[] pieces = WithoutInvisible(text, MaxLength).Split('`');
        if (pieces.Length % 2 == 0)
            pieces = [string.Join('`', pieces)]; // An unpaired backtick is an ordinary character.
        return Raw(
            string.Concat(
                pieces.Select(
                    (piece, i) =>
                        i % 2 == 0
                            ? Emphasis().Replace(Html.Escape(piece), "<em>$1</em>")
                            : $"<code>{Html.Escape(piece)}</code>")));
    }

    /// <summary>Parts joined by a separator, which must need no escaping.</summary>
    public static Markup Join(string separator, IEnumerable<Markup> parts) =>
        new(Html.Join(separator, parts.Select(part => part._html)));

    public static Markup Paragraph(Markup content, string style = "sans soft") =>
        content.IsEmpty ? default : Of($"<p class=\"{style}\">{content}</p>\n");

    public static Markup List(IEnumerable<Markup> items, string style = "")
    {
        Markup all = Join("", items.Select(item => Of($"<li>{item}</li>\n")));
        return all.IsEmpty ? default : Of($"<ul class=\"{style}\">\n{all}</ul>\n") with { IsBlock = true };
    }

    /// <summary>A list in which each item has a short label or a count before it.</summary>
    public static Markup Kinds(IEnumerable<(string Label, Markup Text)> items) =>
        List(items.Select(item => Of($"<span class=\"count\">{item.Label}</span><span>{item.Text}</span>")), "kinds");

    /// <summary>A table in a container that can scroll horizontally.</summary>
    public static Markup Table(Markup head, IEnumerable<Markup> rows, string style = "table") =>
        Of(
            $"""
            <div class="{style}"><table><thead><tr>{head}</tr></thead><tbody>
            {rows.Select(row => Of($"<tr>{row}</tr>\n"))}</tbody></table></div>

            """);

    public static Markup Note(string style, string label, Markup content) =>
        Of($"<div class=\"note {style}\"><p class=\"label\">{label}</p>{Block(content)}</div>\n");

    public static Markup Details(Markup summary, Markup content) =>
        Of($"<details><summary>{summary}</summary>\n{content}</details>\n");

    public static Markup Block(Markup content) => content.IsBlock ? content : Of($"<p>{content}</p>");

    public Html ToHtml() => _html;

    public override string ToString() => _html.ToString();

    public static string WithoutInvisible(string text, int maxLength)
    {
        var visible = new StringBuilder(Math.Min(text.Length, maxLength));
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (visible.Length >= maxLength)
                return visible.Append('…').ToString();
            string shown = Rune.GetUnicodeCategory(rune) switch
            {
                _ when rune.Value == '\n' => "\n",
                UnicodeCategory.Control => " ",
                UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => "",
                _ => rune.ToString(),
            };
            visible.Append(shown);
        }
        return visible.ToString();
    }

    [GeneratedRegex(@"(?<![\w*])\*(?=\S)([^*]+)(?<=\S)\*(?![\w*])")]
    private static partial Regex Emphasis();

    [InterpolatedStringHandler]
    internal readonly struct Handler(int literalLength, int holes)
    {
        private readonly Html _html = new(literalLength, holes);

        public Html Built() => _html;

        public void AppendLiteral(string html) => _html.AppendLiteral(html);

        public void AppendFormatted(string? text) => AppendFormatted(Text(text ?? ""));

        public void AppendFormatted(Markup part) => _html.AppendFormatted(part._html);

        public void AppendFormatted(IEnumerable<Markup> parts) =>
            _html.AppendFormatted(parts.Select(part => part._html));

        public void AppendFormatted(int number) => _html.AppendFormatted(number);
    }
}
