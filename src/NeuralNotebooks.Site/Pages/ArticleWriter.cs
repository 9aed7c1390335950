namespace NeuralNotebooks.Site;

internal sealed record SearchSection(string Anchor, string Heading, StringBuilder Words);

/// <summary>Writes rendered cells as an article, one after the other: opens and closes the elements around them, finds
/// checkpoints and captions, collects the words of sections, and links each section to the next one.</summary>
/// <remarks>A checkpoint begins with the last heading of a text that its author has tagged. It ends with the next
/// heading, or with a text after its hints and solution, which are folded, after the cell that checks the
/// answer.</remarks>
internal sealed class ArticleWriter(PageScope scope, bool isLive)
{
    private readonly List<Html> _html = [];
    private readonly List<(int At, Heading Heading)> _skips = [];
    private bool _inCheckpoint, _inHelp, _inFigure;

    private Html _below;

    public List<SearchSection> Sections { get; } = [new("", "", new())];

    public List<Checkpoint> Checkpoints { get; } = [];

    /// <param name="studentAnswer">The id of the cell, if a student answers by editing this text.</param>
    public void AddText(IElement text, string? studentAnswer, bool hasCheckpoint)
    {
        if (_inFigure && IsEmphasised(text.FirstElementChild))
        {
            IElement caption = text.FirstElementChild!;
            _html.Add($"<figcaption>{HtmlTree.Content(caption.FirstChild!)}</figcaption>\n");
            caption.Remove();
        }
        EndFigure();
        int first = scope.Anchors.Headings.Count;
        scope.Anchors.AddHeadings(text);
        Dictionary<string, Heading> headings = scope.Anchors.Headings.Skip(first).ToDictionary(one => one.Id);
        Heading? checkpoint = hasCheckpoint ? scope.Anchors.Headings.Skip(first).LastOrDefault() : null;
        List<INode> part = [];
        foreach (INode node in text.ChildNodes.ToArray())
        {
            if (node is IElement element && studentAnswer is null)
            {
                Heading? heading = headings.GetValueOrDefault(element.Id ?? "");
                bool begins = heading is not null && heading == checkpoint;
                bool endsHelp = _inHelp && element.LocalName != "details";
                if (heading is { Level: <= 2 } || begins || endsHelp
                    || (_inCheckpoint && (heading is not null || Prompt.Is(element))))
                    EndPart();
                if (heading is not null || endsHelp)
                    EndCheckpoint();
                if (begins)
                {
                    BeginCheckpoint(element, heading!);
                    continue;
                }
            }
            part.Add(node);
        }
        EndPart();

        void EndPart()
        {
            if (part.Any(node => node is not IText { Data: var data } || !string.IsNullOrWhiteSpace(data)))
                AddPart(text, part, headings, studentAnswer);
            part = [];
        }
    }

    /// <summary>Writes the element of a code cell, which stays open for a caption.</summary>
    /// <param name="html">The element without its end.</param>
    public void AddFigure(Html html, string words, bool hasVerdict)
    {
        if (_inHelp)
            EndCheckpoint();
        EndFigure();
        _html.Add(html);
        _inFigure = true;
        AddWords(words);
        _inHelp |= _inCheckpoint && hasVerdict;
    }

    public void Add(Html html)
    {
        EndFigure();
        _html.Add(html);
    }

    /// <summary>Writes HTML below the last cell: below its caption, and not in a checkpoint that is complete.</summary>
    public void AddBelow(Html html)
    {
        if (_inHelp && !_inFigure)
            EndCheckpoint();
        _below = $"{_below}{html}";
        if (!_inFigure)
            EndFigure();
    }

    public void EndFigure()
    {
        _html.Add($"{Html.If(_inFigure, $"</figure>\n")}{_below}");
        (_inFigure, _below) = (false, default);
    }

    /// <summary>The article, in which a link before each section leads keyboard users to the next one.</summary>
    public Html ToHtml()
    {
        EndCheckpoint();
        foreach (((int at, _), (_, Heading next)) in _skips.Zip(_skips.Skip(1)))
            _html[at] = $"<a class=\"skip\" href=\"#{next.Id}\">Skip to “{next.Text}”</a>\n";
        return $"{_html}";
    }

    /// <summary>Whether an element is a paragraph in italics. After a cell, it is its caption. Directly below the
    /// title, it is the line with the notebook's duration and the notebooks to read before it, with "·" between
    /// them.</summary>
    public static bool IsEmphasised(IElement? element) =>
        element is { LocalName: "p", ChildNodes: [IElement { LocalName: "em" }] };

    private void AddPart(
        IElement text, List<INode> nodes, Dictionary<string, Heading> headings, string? studentAnswer)
    {
        bool isTask = _inCheckpoint && !_inHelp;
        IElement[] elements = [.. nodes.OfType<IElement>()];
        for (int i = 0; i < elements.Length; i++)
        {
            IElement element = elements[i];
            Heading? before = i > 0 ? headings.GetValueOrDefault(elements[i - 1].Id ?? "") : null;
            // Below the title, the line with the number and the time; below a checkpoint's heading, that with the time.
            bool isUnderHeading = before is null ? i == 0 && isTask : scope.Anchors.Headings[0] == before;
            if (isUnderHeading && IsEmphasised(element))
                element.ClassName = "meta";
            if (headings.TryGetValue(element.Id ?? "", out Heading? heading))
                BeginSection(heading, skips: heading.Level == 2 && i == 0);
            else
                AddWords(PlainText.Of(element));
        }
        if (isTask && Checkpoints[^1] is { Summary: "" } task
            && elements.SelectMany(element => element.QuerySelectorAll("strong")).FirstOrDefault() is { } strong)
            Checkpoints[^1] = task with { Summary = PlainText.Of(strong) };
        IElement box = text.Owner!.CreateElement("div");
        box.Append([.. nodes]);
        Html which = Html.If(studentAnswer is not null, $" data-nn-text=\"{studentAnswer}\"");
        _html.Add($"<div class=\"text{(_inHelp ? " help" : "")}\"{which}>\n{HtmlTree.Content(box).Trim()}\n</div>\n");
    }

    private void BeginCheckpoint(IElement element, Heading heading)
    {
        string number = Invariant($"{Checkpoints.Count + 1}");
        Html badge = Html.If(
            isLive, $"""<p><span class="badge" data-nn-badge="" role="status">Not done yet</span></p>""");
        IElement box = element.Owner!.CreateElement("div");
        box.AppendChild(element);
        _html.Add($"""
            <section class="checkpoint" aria-label="Checkpoint {number}">
            <header>{HtmlTree.Content(box)}{badge}</header>

            """);
        _inCheckpoint = true;
        Checkpoints.Add(new(number, heading.Id, Summary: ""));
        BeginSection(heading, skips: false);
    }

    private void EndCheckpoint()
    {
        EndFigure();
        if (_inCheckpoint)
            _html.Add($"</section>\n");
        _inCheckpoint = _inHelp = false;
    }

    private void BeginSection(Heading heading, bool skips)
    {
        Sections.Add(new(heading.Id, heading.Text, new()));
        if (!skips)
            return;
        _skips.Add((_html.Count, heading));
        _html.Add(default);
    }

    private void AddWords(string words) => Sections[^1].Words.Append(words).Append(' ');
}
