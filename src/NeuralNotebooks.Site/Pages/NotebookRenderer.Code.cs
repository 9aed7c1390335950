namespace NeuralNotebooks.Site;

internal sealed partial class NotebookRenderer
{
    /// <summary>The names that the cell directly above defines, if it has a control; otherwise empty. A figure that
    /// uses one of them is joined to the control, and the code between them is folded.</summary>
    private HashSet<string> _control = [];

    /// <summary>Adds a code cell; its figure element stays open for a caption.</summary>
    private void AddCode(CodeCell cell, int number)
    {
        string outputs = OutputMarkup.Of(cell.Outputs, _scope);
        bool live = _notebook.CanRun(cell);
        bool hasCode = live || !string.IsNullOrWhiteSpace(cell.Source);
        if (!hasCode && outputs.Length == 0)
            return;

        OutputFacts facts = OutputFacts.Of(cell.Outputs, outputs);
        if (facts.HasError)
            _failedCells.Add(number);
        if (facts.HasVerdict)
            _verdicts++;
        int? claims = cell.HidesSource ? facts.Claims : null;
        var names = CodeNames.Of(cell.Source);
        bool waits = Waits(names, facts, isClaim: claims is not null);
        if (_checkpoint == CheckpointStage.Help)
            EndCheckpoint();
        if (_checkpoint == CheckpointStage.Task && facts.HasVerdict)
            _checkpoint = CheckpointStage.Help;
        bool joins = _control.Overlaps(names.Uses) && outputs.Length > 0 && !facts.HasError;
        _control = facts.CanBeMoved ? names.Gives : [];

        string id = _scope.Anchors.Unique(Invariant($"cell-{number}"));
        string kind = (facts.HasError ? " failed" : "") + (facts.HasVerdict ? " judge" : "") + (joins ? " joins" : "");
        string mayFail = cell.MayFail ? " data-nn-may-fail=\"\"" : "";
        string which = live ? $" data-nn-cell=\"{Html.Escape(cell.Id)}\"{mayFail}" : "";
        _article.Open(ArticlePart.Figure, $"<figure class=\"cell{kind}\" id=\"{id}\"{which}>\n");

        string code = hasCode ? CodeMarkup.Of(cell.Source, _notebook.IsCSharp(cell), _scope) + "\n" : "";
        string shown = waits ? Answer(facts.Kind, outputs) : outputs;
        string output = live ? $"<div class=\"output\" data-nn-output=\"\">{shown}</div>\n"
            : outputs.Length > 0 ? $"<div class=\"output\">{shown}</div>\n"
            : "";
        string tools = live ? "<div class=\"cell-tools\" data-nn-tools=\"\"></div>\n" : "";
        // A cell that is folded to one line has its Run button on that line.
        _article.Append(
            claims is { } count ? tools + Folded("claims", ClaimsHold(count), code + output)
            : KitImport().IsMatch(cell.Source) && !facts.HasError ? tools + Folded("import", Import(), code + output)
            : joins ? Folded("code-fold", "Code", code + tools) + output
            : code + tools + output
        );
        _article.AddWords(cell.Source);
    }

    /// <summary>The HTML of an answer, folded under a button.</summary>
    /// <param name="kind">What the answer is: "the chart".</param>
    /// <param name="outputs">The answer as HTML; empty if the text below states it.</param>
    private static string Answer(string kind, string outputs) =>
        $"<details class=\"answer\"><summary class=\"tool\">I have guessed: show {kind}</summary>{outputs}</details>";

    private static string Folded(string kind, string line, string content) =>
        $"<details class=\"{kind}\"><summary>{line}</summary>\n{content}</details>\n";

    /// <summary>Whether a cell's output is the answer to a prompt and has to be hidden. Also opens or closes the parts
    /// of the article around the cell: a cell that depends on the answer is hidden with it.</summary>
    private bool Waits(CodeNames names, OutputFacts outputs, bool isClaim)
    {
        if (outputs.HasError || outputs.HasVerdict)
            _prediction.End();
        bool waits = _prediction.Take(names, outputs, isClaim);
        if (waits)
            _article.Open(ArticlePart.Prediction, "<div class=\"prediction\">\n");
        else if (_prediction.Stage == PredictionStage.Waits && !_article.IsOpen(ArticlePart.Reading))
            _article.Open(ArticlePart.Reading, "<div class=\"reading\">\n");
        else if (_prediction.Stage != PredictionStage.Waits)
            _article.Close(ArticlePart.Prediction);
        return waits;
    }

    /// <summary>The line to which a page folds a cell that only checks claims of the text. Most readers want to know
    /// that the claims hold, but not how they were checked. In Jupyter, the cell's metadata hide its code.</summary>
    private static string ClaimsHold(int count) => Invariant($"{count} {(count == 1 ? "claim holds" : "claims hold")}");

    private string Import() =>
        _notebook.IsLive ? "The course’s kit: the first Run imports it" : "The course’s kit is imported";

    /// <summary>A cell that only imports the kit, which a page folds to one line.</summary>
    [GeneratedRegex("^\\s*#!import\\s+\"?kit\\.csx\"?\\s*$")]
    private static partial Regex KitImport();
}
