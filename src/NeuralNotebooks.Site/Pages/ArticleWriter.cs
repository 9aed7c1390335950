namespace NeuralNotebooks.Site;

/// <summary>A section of an article in the search index: its heading and the words below it.</summary>
internal sealed record SearchSection(string Anchor, string Heading, StringBuilder Words);

/// <summary>How far an article is written.</summary>
internal sealed record ArticleState(int Length, ArticlePlace Place, IReadOnlyList<bool> Open, int Sections, int Skips);

/// <summary>Writes an article as HTML: opens and closes the elements around its parts, collects the words of its
/// sections, and links each section to the next one.</summary>
internal sealed class ArticleWriter
{
    private readonly StringBuilder _html = new();
    private readonly bool[] _open = new bool[Enum.GetValues<Element>().Length];
    private readonly List<SearchSection> _sections = [new("", "", new())];
    private readonly List<(int At, Heading Heading)> _skips = [];
    private ArticlePlace _place;

    /// <summary>The elements around the parts of an article, the outermost first.</summary>
    private enum Element
    {
        /// <summary>A task whose answer a cell checks, with its hint and solution.</summary>
        Checkpoint,

        /// <summary>A code cell and its caption.</summary>
        Figure,
    }

    public IReadOnlyList<SearchSection> Sections => _sections;

    public void Append(string html) => _html.Append(html);

    /// <summary>Closes the elements that do not contain a place, and opens those that do. A checkpoint is opened by
    /// <see cref="BeginCheckpoint"/>.</summary>
    public void MoveTo(ArticlePlace place)
    {
        EndFigure();
        if (place.Checkpoint != _place.Checkpoint)
            Close(Element.Checkpoint);
        _place = place;
    }

    /// <summary>Begins the element of a checkpoint.</summary>
    /// <param name="html">The beginning of the element, with its heading.</param>
    public void BeginCheckpoint(string html) => Open(Element.Checkpoint, html);

    /// <summary>Begins the element of a code cell. It stays open for a caption.</summary>
    public void BeginFigure(string html) => Open(Element.Figure, html);

    /// <summary>Ends the element of the last code cell.</summary>
    public void EndFigure() => Close(Element.Figure);

    private void Open(Element element, string html)
    {
        _html.Append(html);
        _open[(int)element] = true;
    }

    /// <summary>Closes an element, after the elements that are open inside it.</summary>
    private void Close(Element element)
    {
        for (int inner = _open.Length - 1; inner >= (int)element; inner--)
        {
            if (_open[inner])
                _html.Append((Element)inner == Element.Checkpoint ? "</section>\n" : "</figure>\n");
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
    public ArticleState State => new(_html.Length, _place, [.. _open], _sections.Count, _skips.Count);

    /// <summary>Removes everything that was written after a state.</summary>
    public void ReturnTo(ArticleState state)
    {
        _html.Length = state.Length;
        _place = state.Place;
        for (int element = 0; element < _open.Length; element++)
            _open[element] = state.Open[element];
        _sections.RemoveRange(state.Sections, _sections.Count - state.Sections);
        _skips.RemoveRange(state.Skips, _skips.Count - state.Skips);
    }

    /// <summary>The article with all elements closed, and before each section a link, for keyboard users, to the next
    /// one.</summary>
    public string ToHtml()
    {
        Close(Element.Checkpoint);
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
