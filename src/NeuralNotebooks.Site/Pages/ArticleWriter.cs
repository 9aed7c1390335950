namespace NeuralNotebooks.Site;

/// <summary>The nested parts of an article, the outermost first.</summary>
internal enum ArticlePart
{
    /// <summary>A task whose answer a cell checks, with its hint and solution.</summary>
    Checkpoint,

    /// <summary>A cell whose output answers a prompt, and the text that interprets this answer. Both are hidden until
    /// the reader has guessed.</summary>
    Prediction,

    /// <summary>The text and cells after an answer that are hidden with it.</summary>
    Reading,

    /// <summary>A code cell.</summary>
    Figure,
}

/// <summary>A section of an article in the search index: its heading and the words below it.</summary>
internal sealed record SearchSection(string Anchor, string Heading, StringBuilder Words);

/// <summary>How far an article is written.</summary>
internal sealed record ArticleState(int Length, IReadOnlyList<bool> Open, int Sections, int Skips);

/// <summary>Writes an article as HTML: closes its nested parts in the right order, collects the words of its sections,
/// and links each section to the next one.</summary>
internal sealed class ArticleWriter
{
    private readonly StringBuilder _html = new();
    private readonly bool[] _open = new bool[4];
    private readonly List<SearchSection> _sections = [new("", "", new())];
    private readonly List<(int At, Heading Heading)> _skips = [];

    public IReadOnlyList<SearchSection> Sections => _sections;

    public bool IsOpen(ArticlePart part) => _open[(int)part];

    public void Append(string html) => _html.Append(html);

    public void Open(ArticlePart part, string html)
    {
        Close(part);
        _html.Append(html);
        _open[(int)part] = true;
    }

    /// <summary>Closes a part, after the parts that are open inside it.</summary>
    public void Close(ArticlePart part)
    {
        for (int inner = _open.Length - 1; inner >= (int)part; inner--)
        {
            if (_open[inner])
                _html.Append(inner == (int)ArticlePart.Checkpoint ? "</section>\n"
                    : inner == (int)ArticlePart.Figure ? "</figure>\n"
                    : "</div>\n");
            _open[inner] = false;
        }
    }

    /// <summary>Begins a section of the search index.</summary>
    /// <param name="heading">The heading of the section.</param>
    /// <param name="skips">Whether a link that skips the section is inserted here.</param>
    public void BeginSection(Heading heading, bool skips)
    {
        _sections.Add(new(heading.Id, heading.Text, new()));
        if (skips)
            _skips.Add((_html.Length, heading));
    }

    /// <summary>Adds words to the present section of the search index.</summary>
    public void AddWords(string words) => _sections[^1].Words.Append(words).Append(' ');

    /// <summary>How far the article is written now.</summary>
    public ArticleState State => new(_html.Length, [.. _open], _sections.Count, _skips.Count);

    /// <summary>Removes everything that was written after a state.</summary>
    public void ReturnTo(ArticleState state)
    {
        _html.Length = state.Length;
        for (int part = 0; part < _open.Length; part++)
            _open[part] = state.Open[part];
        _sections.RemoveRange(state.Sections, _sections.Count - state.Sections);
        _skips.RemoveRange(state.Skips, _skips.Count - state.Skips);
    }

    /// <summary>The article with all parts closed, and before each section a link, for keyboard users, to the next
    /// one.</summary>
    public string ToHtml()
    {
        Close(ArticlePart.Checkpoint);
        var html = new StringBuilder(_html.ToString());
        for (int i = _skips.Count - 2; i >= 0; i--)
        {
            Heading next = _skips[i + 1].Heading;
            html.Insert(
                _skips[i].At,
                $"<a class=\"skip\" href=\"#{next.Id}\">Skip to “{Html.Escape(next.Text)}”</a>\n"
            );
        }

        return html.ToString();
    }
}
