namespace NeuralNotebooks.Site;

/// <summary>Renders <c>index.md</c> as the front page. The text before the first section is the head of the page.
/// There, a link to a notebook, alone in its paragraph, is the start button. A list of links to notebooks becomes a
/// list of cards. <c>![…](notebook.ipynb#cell)</c>, alone in its paragraph, shows the output of that cell, and
/// <c>[![…](picture.svg)](notebook.ipynb#cell)</c> a picture of it; in the head of a live site also its code, which a
/// reader can run. Without <c>index.md</c>, the front page is a list of all notebooks.</summary>
internal sealed class FrontPageRenderer
{
    private readonly PageScope _scope;
    private readonly SiteContext _site;
    private readonly IReadOnlyList<NotebookPage> _pages;
    private readonly StringBuilder _prose = new();
    private readonly Dictionary<Part, StringBuilder> _parts =
        Enum.GetValues<Part>().ToDictionary(part => part, _ => new StringBuilder());

    private readonly HashSet<NotebookPage> _listed = [];
    private Part _part = Part.Lead;
    private string _picture = "";
    private (NotebookPage, string)? _start;
    private bool _hasOutputs;
    private int _level = 1;

    private FrontPageRenderer(PageScope scope, SiteContext site, IReadOnlyList<NotebookPage> pages) =>
        (_scope, _site, _pages) = (scope, site, pages);

    /// <summary>A part of the page, as in <see cref="FrontPage"/>.</summary>
    private enum Part { Lead, Head, Sections }

    /// <summary>What is written of the present part.</summary>
    private StringBuilder Here => _parts[_part];

    /// <summary>Renders the front page of a site.</summary>
    /// <param name="file">The path of <c>index.md</c>; null if there is none.</param>
    /// <param name="title">The title of a site without <c>index.md</c>.</param>
    /// <param name="site">What all pages of the site share.</param>
    /// <param name="pages">The pages of its notebooks.</param>
    public static FrontPage Render(string? file, string title, SiteContext site, IReadOnlyList<NotebookPage> pages)
    {
        var scope = new PageScope(file ?? FrontPage.File, "index.html", site);
        scope.At("text", null);
        var page = new FrontPageRenderer(scope, site, pages);
        if (file is null
            || !scope.Report.Try("it is left out", () => page.Add(CourseMarkdown.Parse(NamedFile.ReadAllText(file)))))
        {
            scope.Anchors.KeepHeadings(0);
            page = new(scope, site, pages);
            page.Here.Append(Invariant($"<h1>{Html.Escape(title)}</h1>\n"));
        }

        page.AddOtherNotebooks();
        return new()
        {
            Title = scope.Anchors.Headings is [var first, ..] ? first.Text : title,
            Lead = page._parts[Part.Lead].ToString(),
            Start = page._start,
            Head = page._parts[Part.Head].ToString(),
            Picture = page._picture,
            Sections = page._parts[Part.Sections].ToString(),
            HasOutputs = page._hasOutputs,
            Scope = scope,
        };
    }

    /// <summary>Adds the notebooks that the text does not list.</summary>
    private void AddOtherNotebooks()
    {
        _level = 1;
        _part = Part.Sections;
        AddCards([.. _pages.Where(page => !_listed.Contains(page)).Select(page => (page, page.Title.Summary, ""))]);
    }

    private void Add(MarkdownDocument blocks)
    {
        int open = 0; // Elements of HTML that contain the block.
        foreach (Block block in blocks)
        {
            bool isInside = open > 0;
            open = Math.Max(0, open + FoldedText.OpenedBy(block));
            if (isInside)
            {
                _prose.Append(ProseRenderer.RenderPart(block, _scope));
                continue;
            }

            if (block is HeadingBlock { Level: > 1 } heading)
            {
                Begin(Part.Sections);
                _level = heading.Level;
            }

            (LinkInline Image, string Url)? image = OnlyImage(block);
            bool isInHead = _part != Part.Sections && _picture.Length == 0;
            if (block is ListBlock list && Cards(list) is { } cards)
            {
                Begin(Part.Sections);
                AddCards(cards);
            }
            else if (image is var (picture, url) && (IsCell(url) || isInHead))
                AddFigure(picture, url, isInHead);
            else if (_part != Part.Sections && OnlyLink(block) is { } link)
            {
                if (PageOf(link.Url!) is { } page)
                    _start = (page, ProseRenderer.RenderWithoutLinks(link, _scope));
            }
            else
                _prose.Append(ProseRenderer.RenderPart(block, _scope));

            if (_part == Part.Lead && block is ParagraphBlock && image is null)
                Begin(Part.Head);
        }

        EndProse();
    }

    private void Begin(Part part)
    {
        EndProse();
        _part = part;
    }

    private void EndProse()
    {
        Here.Append(_scope.Clean(_prose.ToString()));
        _prose.Clear();
    }

    /// <summary>The image that is alone in its paragraph, and the address to which it leads: its own, or that of the
    /// link around it.</summary>
    private static (LinkInline Image, string Url)? OnlyImage(Block block) =>
        (block as ParagraphBlock)?.Inline?.FirstChild switch
        {
            LinkInline { IsImage: true, NextSibling: null } image => (image, image.Url ?? ""),
            LinkInline { NextSibling: null, FirstChild: LinkInline { IsImage: true, NextSibling: null } image } link
                when IsCell(link.Url) => (image, link.Url!),
            _ => null,
        };

    /// <summary>The link to a notebook that is alone in its paragraph.</summary>
    private static LinkInline? OnlyLink(Block block) =>
        (block as ParagraphBlock)?.Inline?.FirstChild is LinkInline { IsImage: false, NextSibling: null } link
        && link.FirstChild is not LinkInline && IsNotebook(link.Url)
            ? link
            : null;

    private void AddFigure(LinkInline image, string url, bool isInHead)
    {
        EndProse();
        string markup = IsCell(url)
            ? Shown(image, url, withCode: isInHead)
            : $"<figure class=\"shown\">{Image(image)}</figure>\n";
        if (isInHead)
            _picture = markup;
        else
            Here.Append(markup);
    }

    private static (ContainerInline Text, LinkInline? Picture, LinkInline Link)? CardIn(Block item) =>
        item is ListItemBlock and [ParagraphBlock { Inline: { FirstChild: LinkInline first } text }]
        && (first.IsImage ? text.OfType<LinkInline>().ElementAtOrDefault(1) : first) is { IsImage: false } link
        && IsNotebook(link.Url)
            ? (text, first.IsImage ? first : null, link)
            : null;

    /// <summary>The cards of a list whose items all begin with a link to a notebook, which may follow a picture; null
    /// for any other list. A notebook that has not been run has no card.</summary>
    private (NotebookPage Page, string Text, string Picture)[]? Cards(ListBlock list)
    {
        (ContainerInline Text, LinkInline? Picture, LinkInline Link)?[] items = [.. list.Select(CardIn)];
        if (items.Contains(null))
            return null;
        var cards = new List<(NotebookPage, string, string)>();
        foreach ((ContainerInline text, LinkInline? picture, LinkInline link) in items.Select(item => item!.Value))
        {
            if (PageOf(link.Url!) is not { } page)
                continue;
            IEnumerable<Inline> summary = text
                .Where(inline => inline != picture && inline != link)
                .SkipWhile(inline => inline is LineBreakInline);
            cards.Add((page, ProseRenderer.RenderInlines(summary, _scope).TrimStart(' ', ':', '\n'), Image(picture)));
        }

        return [.. cards];
    }

    private void AddCards((NotebookPage Page, string Text, string Picture)[] cards)
    {
        if (cards.Length == 0)
            return;
        Here.Append("<ol class=\"notebooks\">\n");
        foreach ((NotebookPage page, string text, string picture) in cards)
        {
            _listed.Add(page);
            string failed =
                page.FailedCells.Count > 0 ? """ <strong class="failed-mark">ended with an error</strong>""" : "";
            string work = page.Notebook.IsLive
                ? Invariant($" data-nn-of=\"{page.Notebook.Key}\" data-nn-checkpoints=\"{page.Verdicts}\"")
                : "";
            string summary = text.Length > 0 ? $"""<p class="summary">{text}</p>""" : "";
            string duration = page.Title.Duration is { } time ? $"""<p class="duration">{Html.Escape(time)}</p>""" : "";
            Here.Append(
                Invariant($"""
                <li>{picture}<div><h{_level + 1}><span class="number" aria-hidden="true">{page.Title.Number}</span>
                <a href="{SiteMap.Address(page.Notebook.Page)}"{work}>{page.Title.Markup}</a>{failed}</h{_level + 1}>
                {summary}{duration}</div></li>

                """));
        }

        Here.Append("</ol>\n");
    }

    private string Image(LinkInline? image)
    {
        if (image is null)
            return "";
        string url = image.Url ?? "", source = Html.Escape(_scope.Links.Image(url));
        string size = SvgSize.Of(_site.Files.Find(_scope.Notebook, PageLinks.PathIn(url)).Path);
        return $"""<img src="{source}" alt="{Words(image)}"{size} loading="lazy" />""";
    }

    private static string Words(LinkInline image) => Html.Escape(CourseMarkdown.PlainText(image).Trim());

    private static bool IsCell(string? url) => url?.Split('#') is [var notebook, _] && IsNotebook(notebook);

    /// <summary>The figure with a cell's output; empty if its notebook has not been run.</summary>
    /// <param name="url">The address of the cell. If the image has another one, it is shown in place of the
    /// output.</param>
    /// <param name="withCode">Whether to show its code, too, if a live page can run it.</param>
    private string Shown(LinkInline image, string url, bool withCode)
    {
        string[] parts = url.Split('#');
        if (PageOf(parts[0]) is not { } page)
            return "";
        if (page.Notebook.Document.CodeCells.FirstOrDefault(cell => cell.Id == parts[1]) is not { } cell)
        {
            _scope.Report.Add(
                $"the picture {url} is not there: {Path.GetFileName(page.Notebook.Path)} has no cell {parts[1]}");
            return "";
        }

        bool isOutput = image.Url == url;
        _hasOutputs |= isOutput;
        IEnumerable<Output> shown = cell.Outputs.Where(output => output is DisplayData or ExecuteResult);
        string picture = isOutput ? OutputMarkup.Of(shown, _scope) : Image(image);
        bool runs = withCode && page.Notebook.CanRun(cell);
        string code = runs ? CodeMarkup.Of(cell.Source, isCSharp: true) : "";
        string place = $"{SiteMap.Address(page.Notebook.Page)}?cell={Html.Escape(cell.Id)}";
        string address = runs ? $" data-nn-try=\"{place}\"" : "";
        string content = code + (runs ? CellMarkup.Tools : "") + CellMarkup.Output(picture, canRun: false);
        return $"<figure class=\"cell shown\"{address}>{content}<figcaption>{Words(image)}</figcaption></figure>\n";
    }

    private static bool IsNotebook(string? url) => url is not null && Notebook.IsNotebook(url);

    private NotebookPage? PageOf(string url)
    {
        string path = PageLinks.PathIn(url);
        string? file = _site.Map.PageOf(path);
        if (file is null && _site.Files.Find(_scope.Notebook, path).Path is null)
            _scope.Report.Add($"the link to {url} leads nowhere: there is no such file in the course");
        return _pages.FirstOrDefault(page => page.Notebook.Page == file);
    }
}
