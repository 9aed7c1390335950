using AngleSharp.Html.Dom;

namespace NeuralNotebooks.Site;

/// <summary>Renders the front page: the text of <c>index.md</c>, whose part before the first section is the head of the
/// page, and the start button, the picture and the list of the notebooks, which <c>course.json</c> describes.</summary>
internal sealed class FrontPageRenderer(
    string home, PageScope scope, SiteContext site, IReadOnlyList<NotebookPage> pages)
{
    public static FrontPage Render(
        string? file, string? description, string title, SiteContext site, IReadOnlyList<NotebookPage> pages)
    {
        string home = file ?? description ?? FrontPage.File;
        var scope = PageScope.Of(home, "index.html", site);
        scope.At("text", null);
        IHtmlElement? text = file is null ? null
            : scope.Report.Try("it is left out", () => Prose.Render(NamedFile.ReadAllText(file), scope));
        scope.At(CourseDescription.File, null);
        CourseDescription? course = description is null ? null
            : scope.Report.Try("it is left out", () => CourseDescription.Read(description));
        text ??= HtmlTree.Parse($"<h1>{Html.Escape(title)}</h1>\n", runsScripts: true);
        return new FrontPageRenderer(home, scope, site, pages).Render(text, course ?? new(), title);
    }

    private FrontPage Render(IHtmlElement text, CourseDescription course, string title)
    {
        scope.Anchors.AddHeadings(text);
        IElement? first = text.Children.FirstOrDefault(element => element.LocalName is "h2" or "h3"),
            lead = text.Children.FirstOrDefault(element => element.LocalName == "p");
        IEnumerable<INode> head = text.ChildNodes.TakeWhile(node => node != first);
        bool hasLead = lead is not null && head.Contains(lead);
        INode[] before = hasLead ? [.. head.TakeWhile(node => node != lead), lead!] : [.. head];
        Html picture = course.Shown is { } shown ? Shown(shown) : default, list = Cards(course);
        return new(
            Title: text.QuerySelector("h1, h2") is { } heading ? PlainText.Of(heading) : title,
            Lead: Written(before),
            Start: course.Start is { } start && PageOf(start.Notebook) is { } page ? (page, start.Words) : null,
            Head: Written([.. head.Skip(before.Length)]),
            Picture: picture,
            Sections: $"{list}{Written([.. text.ChildNodes.SkipWhile(node => node != first)])}",
            Moved: [.. Moved(course)],
            HasOutputs: course.Shown is { Picture: null },
            Scope: scope);
    }

    private IEnumerable<(string, NotebookPage)> Moved(CourseDescription course)
    {
        foreach ((string former, string now) in course.Moved)
        {
            string stem = SiteMap.StemOf(former);
            if (PageOf(now) is { } page && site.Map.Names.Reserve(stem, ".html") == stem + ".html")
                yield return (stem + ".html", page);
        }
    }

    private static Html Written(INode[] nodes) =>
        HtmlTree.Written(nodes).Trim() is { IsEmpty: false } html ? Html.Of($"{html}\n") : default;

    private Html Cards(CourseDescription course)
    {
        var cards = new OrderedDictionary<NotebookPage, (Html Summary, Html Picture)>();
        foreach (CourseDescription.Card card in course.Notebooks)
            if (PageOf(card.Notebook) is { } page)
                cards[page] = (
                    card.Summary is { } summary ? Prose.RenderInline(summary, scope) : page.Title.Summary,
                    card.Picture is { } picture ? Image(picture, card.Alt) : default);
        foreach (NotebookPage page in pages)
            cards.TryAdd(page, (page.Title.Summary, default));
        if (cards.Count == 0)
            return default;
        Html heading = default;
        if (course.Heading is { } words)
        {
            IHtmlElement title = HtmlTree.Parse($"<h2>{Html.Escape(words)}</h2>\n", runsScripts: true);
            scope.Anchors.AddHeadings(title);
            heading = HtmlTree.Content(title);
        }
        string level = heading.IsEmpty ? "h2" : "h3";
        IEnumerable<Html> all = cards.Select(card => Card(card.Key, card.Value.Summary, card.Value.Picture, level));
        return $"{heading}<ol class=\"notebooks\">\n{all}</ol>\n";
    }

    private static Html Card(NotebookPage page, Html text, Html picture, string level)
    {
        Html failed = Html.If(
            page.FailedCells.Count > 0, $""" <strong class="failed-mark">ended with an error</strong>""");
        Html work = Html.If(
            page.IsLive, $" data-nn-of=\"{page.Notebook.Key}\" data-nn-checkpoints=\"{page.Verdicts}\"");
        Html summary = Html.If(!text.IsEmpty, $"""<p class="summary">{text}</p>""");
        Html duration = Html.If(page.Title.Duration is not null, $"""<p class="duration">{page.Title.Duration}</p>""");
        return $"""
            <li>{picture}<div><{level}><span class="number" aria-hidden="true">{page.Title.Number}</span>
            <a href="{SiteMap.Address(page.Notebook.Page)}"{work}>{page.Title.Markup}</a>{failed}</{level}>
            {summary}{duration}</div></li>

            """;
    }

    private Html Image(string url, string words)
    {
        Html size = SvgSize.Of(site.Files.Find(home, PageLinks.PathIn(url)).Path);
        return $"""<img src="{scope.Links.Image(url)}" alt="{words}"{size} loading="lazy" />""";
    }

    private Html Shown(CourseDescription.ShownCell shown)
    {
        Html caption = $"<figcaption>{shown.Caption}</figcaption>";
        Html picture = shown.Picture is { } path ? Image(path, shown.Caption) : default;
        if (shown.Cell is null)
            return Html.If(!picture.IsEmpty, $"<figure class=\"shown\">{picture}{caption}</figure>\n");
        string[] address = shown.Cell.Split('#', 2);
        string id = address.ElementAtOrDefault(1) ?? "";
        if (PageOf(address[0]) is not { } page)
            return default;
        if (page.Notebook.Document.CodeCells.FirstOrDefault(cell => cell.Id == id) is not { } cell)
        {
            scope.Report.Add($"{Path.GetFileName(page.Notebook.Path)} has no cell {id}");
            return default;
        }
        if (picture.IsEmpty)
            picture = OutputMarkup.Of(cell.Outputs.Where(output => output is DisplayData or ExecuteResult), scope);
        bool runs = page.CanRun(cell);
        Html code = Html.If(runs, $"{CodeMarkup.Of(cell.Source, isCSharp: true)}{CellMarkup.Tools}");
        Html tries = Html.If(runs, $" data-nn-try=\"{SiteMap.Address(page.Notebook.Page)}?cell={cell.Id}\"");
        Html output = CellMarkup.Output(picture, canRun: false);
        return $"<figure class=\"cell shown\"{tries}>{code}{output}{caption}</figure>\n";
    }

    private NotebookPage? PageOf(string notebook)
    {
        string path = PageLinks.PathIn(notebook);
        string? page = site.Map.PageOf(path);
        if (page is null && site.Files.Find(home, path).Path is null)
            scope.Report.Add($"there is no notebook {notebook}");
        return pages.FirstOrDefault(one => one.Notebook.Page == page);
    }
}
