namespace NeuralNotebooks.Site;

internal sealed partial record NotebookTitle
{
    public required string? Number { get; init; }

    public required string Text { get; init; }

    public required Html Markup { get; init; }

    public Html Summary { get; init; }

    /// <summary>The duration that the line below the title states, such as "about 25 minutes".</summary>
    public string? Duration { get; init; }

    public static NotebookTitle OfFile(NotebookSource notebook)
    {
        string stem = SiteMap.StemOf(notebook.Path);
        string? number = LeadingNumber().Match(stem) is { Success: true } match ? match.Groups[1].Value : null;
        string words = number is null ? stem : stem[(number.Length + 1)..];
        string name = words.Replace('-', ' ').Replace('_', ' ').Trim();
        return new() { Number = number, Text = name, Markup = $"{name}" };
    }

    /// <summary>The title with what the first cell says: a heading, below it a line in italics with the duration, and
    /// the first paragraph, with the list that completes it.</summary>
    public NotebookTitle With(IElement text)
    {
        NotebookTitle title = this;
        IElement? heading = text.Children.FirstOrDefault(element => element.LocalName == "h1");
        if (heading is not null)
            title = title with { Text = PlainText.Of(heading), Markup = HtmlTree.ContentWithoutLinks(heading) };
        IElement? meta = heading?.NextElementSibling;
        if (ArticleWriter.IsEmphasised(meta))
            title = title with { Duration = DurationIn(PlainText.Of(meta!)) };
        IElement? first = text.Children.FirstOrDefault(element =>
            element.LocalName == "p" && !(element == meta && ArticleWriter.IsEmphasised(meta)));
        if (first is null)
            return title;
        IEnumerable<IElement> items =
            first.NextElementSibling is { LocalName: "ul" or "ol" } list ? list.QuerySelectorAll("li") : [];
        return title with { Summary = Html.Join(" ", items.Prepend(first).Select(HtmlTree.ContentWithoutLinks)) };
    }

    private static string? DurationIn(string meta) =>
        meta.Split('·', StringSplitOptions.TrimEntries).Select(part => DurationText().Match(part))
            .FirstOrDefault(match => match.Success)?.Value;

    [GeneratedRegex(@"^(\d+(?=[-_ .])|[A-Z](?=-))")]
    private static partial Regex LeadingNumber();

    [GeneratedRegex(@"^.*?\d\s*min(?:ute)?s?\b")]
    private static partial Regex DurationText();
}
