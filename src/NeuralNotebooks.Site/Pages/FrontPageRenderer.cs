using System.Net;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NeuralNotebooks.Site;

/// <summary>
/// Renders <c>index.md</c>, the front page. The text before the first section is the head of the page. A list of links
/// to notebooks becomes a list of cards. <c>![…](notebook.ipynb#cell)</c>, alone in its paragraph, shows the output of
/// that cell; in the head of a live site also its code, which a reader can run. Without <c>index.md</c>, the front page
/// is a list of all notebooks.
/// </summary>
internal sealed class FrontPage(PageScope scope, SiteMap map, IReadOnlyList<NotebookPage> pages)
{
    /// <summary>The file name of the front page's text.</summary>
    public const string File = "index.md";

    private readonly StringBuilder _prose = new();
    private readonly StringBuilder _lead = new();
    private readonly StringBuilder _head = new();
    private readonly StringBuilder _sections = new();
    private readonly HashSet<NotebookPage> _listed = [];
    private StringBuilder _here = new();
    private int _level = 1;

    /// <summary>The first heading.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The part of the head above the start button.</summary>
    public string Lead => _lead.ToString();

    /// <summary>The part of the head below the start button.</summary>
    public string Head => _head.ToString();

    /// <summary>The picture next to the head's text.</summary>
    public string Picture { get; private set; } = "";

    /// <summary>The sections, followed by the notebooks that the text does not list.</summary>
    public string Sections => _sections.ToString();

    public PageScope Scope => scope;

    /// <param name="file">The path of <c>index.md</c>; null if there is none.</param>
    /// <param name="title">The title of a site without <c>index.md</c>.</param>
    public void Render(string? file, string title)
    {
        scope.Place = "text";
        _here = _lead;
        if (file is null || !scope.Try("it is left out", () => Add(CourseMarkdown.Parse(NamedFile.ReadAllText(file)))))
        {
            _lead.Clear().Append(Invariant($"<h1>{Html.Escape(title)}</h1>\n"));
            _head.Clear();
            _sections.Clear();
            _listed.Clear();
            Picture = "";
        }

        Title = scope.Headings is [var first, ..] ? first.Text : title;
        _level = 1;
        _here = _sections;
        AddCards([.. pages.Where(page => !_listed.Contains(page)).Select(page => (page, page.SummaryMarkup, ""))]);
    }

    private void Add(MarkdownDocument blocks)
    {
        foreach (Block block in blocks)
        {
            if (block is HeadingBlock { Level: > 1 } heading)
            {
                Begin(_sections);
                _level = heading.Level;
            }

            LinkInline? image = OnlyImage(block);
            bool isInHead = _here != _sections && Picture.Length == 0;
            if (block is ListBlock list && Cards(list) is { } cards)
            {
                Begin(_sections);
                AddCards(cards);
            }
            else if (image is not null && (IsCell(image) || isInHead))
                AddFigure(image, isInHead);
            else
                _prose.Append(ProseRenderer.RenderPart(block, scope));

            if (_here == _lead && block is ParagraphBlock && image is null)
                Begin(_head);
        }

        EndProse();
    }

    private void Begin(StringBuilder part)
    {
        EndProse();
        _here = part;
    }

    private void EndProse()
    {
        _here.Append(scope.Clean(_prose.ToString()));
        _prose.Clear();
    }

    private static LinkInline? OnlyImage(Block block) =>
        (block as ParagraphBlock)?.Inline?.FirstChild is LinkInline { IsImage: true, NextSibling: null } image
            ? image
            : null;

    private void AddFigure(LinkInline image, bool isInHead)
    {
        EndProse();
        string markup = IsCell(image)
            ? Shown(image, withCode: isInHead)
            : $"<figure class=\"shown\">{Image(image)}</figure>\n";
        if (isInHead)
            Picture = markup;
        else
            _here.Append(markup);
    }

    /// <summary>The cards of a list whose items all begin with a link to a notebook, which may follow a picture; null
    /// for any other list. A notebook that has not been run has no card.</summary>
    private (NotebookPage Page, string Text, string Picture)[]? Cards(ListBlock list)
    {
        (ContainerInline Text, LinkInline? Picture, LinkInline Link)[] items =
        [
            .. list.Cast<ListItemBlock>()
                .Select(item => item is [ParagraphBlock { Inline: { FirstChild: LinkInline } text }] ? text : null)
                .OfType<ContainerInline>()
                .Select(text => (text, Links: text.OfType<LinkInline>().Take(2).ToArray()))
                .Select(item => item.Links is [{ IsImage: true } picture, var link]
                    ? (item.text, picture, link)
                    : (item.text, (LinkInline?)null, item.Links[0])),
        ];
        if (items.Length < list.Count || items.Any(item => item.Link.IsImage || !IsNotebook(item.Link.Url)))
            return null;
        var cards = new List<(NotebookPage, string, string)>();
        foreach ((ContainerInline text, LinkInline? picture, LinkInline link) in items)
        {
            picture?.Remove();
            link.Remove();
            if (PageOf(link.Url!) is { } page)
                cards.Add((page, ProseRenderer.RenderChildren(text, scope).TrimStart(' ', ':', '\n'), Image(picture)));
        }

        return [.. cards];
    }

    private void AddCards((NotebookPage Page, string Text, string Picture)[] cards)
    {
        if (cards.Length == 0)
            return;
        _here.Append("<ol class=\"notebooks\">\n");
        foreach ((NotebookPage page, string text, string picture) in cards)
        {
            _listed.Add(page);
            string failed =
                page.FailedCells.Count > 0 ? """ <strong class="failed-mark">ended with an error</strong>""" : "";
            string copy = SiteMap.Address("notebooks/" + Path.ChangeExtension(page.File, ".ipynb"));
            string work = page.IsLive
                ? Invariant($" data-nn-of=\"{copy}\" data-nn-checkpoints=\"{page.Verdicts}\"")
                : "";
            string summary = text.Length > 0 ? $"""<p class="summary">{text}</p>""" : "";
            string duration = page.Duration is { } time ? $"""<p class="duration">{Html.Escape(time)}</p>""" : "";
            _here.Append(
                Invariant($"""
                <li>{picture}<div><h{_level + 1}><span class="number" aria-hidden="true">{page.Number}</span>
                <a href="{SiteMap.Address(page.File)}"{work}>{page.TitleMarkup}</a>{failed}</h{_level + 1}>
                {summary}{duration}</div></li>

                """)
            );
        }

        _here.Append("</ol>\n");
    }

    private string Image(LinkInline? image)
    {
        if (image is null)
            return "";
        string source = Html.Escape(scope.Links.Image(image.Url ?? ""));
        return $"""<img src="{source}" alt="{Words(image)}" loading="lazy" />""";
    }

    private static string Words(LinkInline image) => Html.Escape(CourseMarkdown.PlainText(image).Trim());

    private static bool IsCell(LinkInline image) => image.Url?.Split('#') is [var notebook, _] && IsNotebook(notebook);

    /// <summary>The figure with a cell's output; empty if its notebook has not been run.</summary>
    /// <param name="image">The image whose address names the cell.</param>
    /// <param name="withCode">Whether to show its code, too, if a live page can run it.</param>
    private string Shown(LinkInline image, bool withCode)
    {
        string[] parts = image.Url!.Split('#');
        if (PageOf(parts[0]) is not { } page)
            return "";
        if (page.Document.CodeCells.FirstOrDefault(cell => cell.Id == parts[1]) is not { } cell)
        {
            scope.Report(
                $"the picture {image.Url} is not there: {Path.GetFileName(page.Notebook)} has no cell {parts[1]}"
            );
            return "";
        }

        IEnumerable<Output> shown = cell.Outputs.Where(output => output is DisplayData or ExecuteResult);
        string picture = StillImage.InPlaceOf(OutputMarkup.Of(shown, scope));
        bool runs = withCode && page.CanRun(cell);
        string code = runs ? CodeMarkup.Of(cell.Source, page.LanguageOf(cell), scope) : "";
        string address = runs ? $" data-nn-try=\"{SiteMap.Address(page.File)}?cell={Html.Escape(cell.Id)}\"" : "";
        string tools = runs ? "<div class=\"cell-tools\" data-nn-tools=\"\"></div>" : "";
        return $"<figure class=\"cell shown\"{address}>{code}{tools}<div class=\"output\">{picture}</div>"
            + $"<figcaption>{Words(image)}</figcaption></figure>\n";
    }

    private static bool IsNotebook(string? url) => url?.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) == true;

    private NotebookPage? PageOf(string url)
    {
        string path = WebUtility.UrlDecode(url);
        string? file = map.PageOf(path);
        if (file is null && map.Find(scope.Notebook, path).Path is null)
            scope.Report($"the link to {url} leads nowhere: there is no such file in the course");
        return pages.FirstOrDefault(page => page.File == file);
    }
}
