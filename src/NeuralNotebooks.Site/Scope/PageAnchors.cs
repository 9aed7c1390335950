namespace NeuralNotebooks.Site;

/// <summary>A heading of a page: its level and anchor, and its words as text and as HTML.</summary>
internal sealed record Heading(int Level, string Id, string Text, string Markup);

/// <summary>The headings of one page and the ids of its elements. No id occurs twice.</summary>
internal sealed class PageAnchors
{
    /// <summary>The ids so far; first those that the template and the scripts of a page use.</summary>
    private readonly HashSet<string> _ids =
        ["main", "search", "search-field", "search-results", "your-guesses", "nn-variables"];

    private readonly HashSet<string> _headingIds = [];
    private readonly List<Heading> _headings = [];
    private readonly Dictionary<string, int> _lastNumbers = [];

    public IReadOnlyList<Heading> Headings => _headings;

    /// <summary>The ids of all elements.</summary>
    public IReadOnlySet<string> Ids => _ids;

    /// <summary>The ids of the headings.</summary>
    public IReadOnlySet<string> HeadingIds => _headingIds;

    /// <summary>Reserves an id for an element of the page, with a number appended if it is taken.</summary>
    public string Unique(string wanted)
    {
        string id = wanted;
        int number = _lastNumbers.GetValueOrDefault(wanted, 1);
        while (!_ids.Add(id))
            id = Invariant($"{wanted}-{++number}");
        _lastNumbers[wanted] = number;
        return id;
    }

    /// <summary>Adds a heading; returns its id.</summary>
    public string AddHeading(int level, string text, string markup)
    {
        string id = Unique(Slug.Of(text));
        _headings.Add(new(level, id, text, markup));
        _headingIds.Add(id);
        return id;
    }

    /// <summary>Removes the headings after the first ones. Their ids stay reserved.</summary>
    public void KeepHeadings(int count) => _headings.RemoveRange(count, _headings.Count - count);
}
