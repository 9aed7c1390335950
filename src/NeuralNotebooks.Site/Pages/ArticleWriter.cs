namespace NeuralNotebooks.Site;

/// <summary>A section of an article in the search index: its heading and the words below it.</summary>
internal sealed record SearchSection(string Anchor, string Heading, StringBuilder Words);

/// <summary>How far an article is written.</summary>
internal sealed record ArticleState(
    int Length, ArticlePlace Place, bool InCheckpoint, bool InFigure, int Sections, int Skips);

/// <summary>Writes an article as HTML: opens and closes the elements around its parts, collects the words of its
/// sections, and links each section to the next one.</summary>
internal sealed class ArticleWriter
{
    private readonly StringBuilder _html = new();
    private readonly List<SearchSection> _sections = [new("", "", new())];
    private readonly List<(int At, Heading Heading)> _skips = [];
    private ArticlePlace _place;

    /// <summary>Which elements are open. A code cell with its caption is a figure, also in a checkpoint.</summary>
    private bool _inCheckpoint, _inFigure;

    public IReadOnlyList<SearchSection> Sections => _sections;

    public void Append(string html) => _html.Append(html);

    /// <summary>Closes the elements that do not contain a place, and opens those that do. A checkpoint is opened by
    /// <see cref="BeginCheckpoint"/>.</summary>
    public void MoveTo(ArticlePlace place)
    {
        EndFigure();
        if (place.Checkpoint != _place.Checkpoint)
            EndCheckpoint();
        _place = place;
    }

    /// <summary>Begins the element of a checkpoint.</summary>
    /// <param name="html">The beginning of the element, with its heading.</param>
    public void BeginCheckpoint(string html)
    {
        _html.Append(html);
        _inCheckpoint = true;
    }

    /// <summary>Begins the element of a code cell. It stays open for a caption.</summary>
    public void BeginFigure(string html)
    {
        _html.Append(html);
        _inFigure = true;
    }

    /// <summary>Ends the element of the last code cell.</summary>
    public void EndFigure()
    {
        if (_inFigure)
            _html.Append("</figure>\n");
        _inFigure = false;
    }

    private void EndCheckpoint()
    {
        EndFigure();
        if (_inCheckpoint)
            _html.Append("</section>\n");
        _inCheckpoint = false;
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
    public ArticleState State => new(_html.Length, _place, _inCheckpoint, _inFigure, _sections.Count, _skips.Count);

    /// <summary>Removes everything that was written after a state.</summary>
    public void ReturnTo(ArticleState state)
    {
        _html.Length = state.Length;
        (_place, _inCheckpoint, _inFigure) = (state.Place, state.InCheckpoint, state.InFigure);
        _sections.RemoveRange(state.Sections, _sections.Count - state.Sections);
        _skips.RemoveRange(state.Skips, _skips.Count - state.Skips);
    }

    /// <summary>The article with all elements closed, and before each section a link, for keyboard users, to the next
    /// one.</summary>
    public string ToHtml()
    {
        EndCheckpoint();
        var html = new StringBuilder(_html.ToString());
        for (int i = _skips.Count - 2; i >= 0; i--)
        {
            Heading next = _skips[i + 1].Heading;
            html.Insert(
                _skips[i].At, $"<a class=\"skip\" href=\"#{next.Id}\">Skip to “{Html.Escape(next.Text)}”</a>\n");
        }

        return html.ToString();
    }
}
