namespace NeuralNotebooks.Site;

internal sealed record Heading(int Level, string Id, string Text, Html Markup);

internal sealed class PageAnchors
{
    /// <summary>The ids so far; first those that the template and the scripts of a page use.</summary>
    private readonly HashSet<string> _ids =
        ["main", "search", "search-field", "search-results", "your-guesses", "nn-variables"];

    private readonly List<Heading> _headings = [];
    private readonly Dictionary<string, int> _lastNumbers = [];

    public IReadOnlyList<Heading> Headings => _headings;

    public IReadOnlySet<string> Ids => _ids;

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

    public void AddHeadings(IElement text)
    {
        foreach (IElement heading in text.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            string words = PlainText.Of(heading);
            Html markup = HtmlTree.ContentWithoutLinks(heading);
            heading.Id = heading.GetAttribute("id") ?? Unique(Slug.Of(words));
            _ids.Add(heading.Id);
            int level = heading.LocalName[1] - '0';
            _headings.Add(new(level, heading.Id, words, markup));
            if (level == 1)
                continue;
            IElement anchor = text.Owner!.CreateElement("a");
            anchor.ClassName = "anchor";
            anchor.SetAttribute("href", $"#{heading.Id}");
            anchor.SetAttribute("aria-label", $"Link to “{words}”");
            heading.AppendChild(anchor);
        }
    }
}
