namespace NeuralNotebooks.Site;

internal sealed partial class NotebookRenderer
{
    private bool _isAfterControl;

    private void WriteCode(CodeCell cell, int number)
    {
        var facts = OutputFacts.Of(cell.Outputs, _scope);
        Html outputs = OutputMarkup.Of(CellTags.ShownOutputs(cell), _scope);
        bool live = _live is not null && _notebook.IsRun(cell), removesInput = Has(CellTags.RemoveInput);
        if (IsRemoved(cell) || (removesInput && outputs.IsEmpty))
        {
            // A live page runs a cell that it does not show, since others may need its variables.
            if (live)
                _article.Add(CellMarkup.WithoutOutputs(cell.Source,
                    $" id=\"{NextId()}\"{CellMarkup.Runs(cell)} hidden=\"hidden\""));
            return;
        }
        // An empty cell is shown only if a reader can write code in it.
        bool hasCode = live || !string.IsNullOrWhiteSpace(cell.Source);
        if (!hasCode && outputs.IsEmpty)
            return;

        bool hidesInput = Has(CellTags.HideInput), hasAnswer = !outputs.IsEmpty && Has(CellTags.Answer)
            && !facts.HasVerdict && !facts.AreOnlyProgress;
        string id = NextId();
        Html code = Html.If(hasCode, $"{CodeMarkup.Of(cell.Source, _notebook.IsCSharp(cell))}\n");
        Html shown = hasAnswer ? Prediction.Folded(outputs)
            : Has(CellTags.HideOutput) && !outputs.IsEmpty ? Folded("output-fold", "Output", outputs)
            : outputs;
        Html output = CellMarkup.Output(shown, live, live ? CellTags.OutputClasses(cell) : "");
        if (_live is not null && _notebook.UnknownLanguage(cell) is { } language)
            output = $"{output}<p class=\"cell-note\">Pages run only C#, so "
                + $"this cell in {language} does not run here.</p>\n";
        Html tools = Html.If(live, CellMarkup.Tools), editable = $"{code}{tools}";
        // A cell that is folded to one line has its Run button on that line.
        Html content =
            removesInput ? Html.Of($"{Html.If(live, $"<div hidden=\"hidden\">\n{editable}</div>\n")}{output}")
            : Has(CellTags.HideCell) ? Folded("code-fold", "Cell", $"{editable}{output}")
            : hidesInput && outputs.IsEmpty ? Html.Of($"{tools}{Folded("no-output", "Code", code)}{output}")
            : hidesInput ? Html.Of($"{Folded("code-fold", "Code", editable)}{output}")
            : Html.Of($"{editable}{output}");
        // The figure of a cell whose code is hidden is joined to the control in the cell before it.
        string kind = (facts.HasError ? " failed" : "") + (facts.HasVerdict ? " judges" : "")
            + (hidesInput && _isAfterControl ? " joins" : "");
        _article.AddFigure(
            $"<figure class=\"cell{kind}\" id=\"{id}\"{Html.If(live, CellMarkup.Runs(cell))}>\n{content}",
            removesInput ? "" : cell.Source, facts.HasVerdict);
        _isAfterControl = facts.HasControl;
        if (facts.HasError)
            _failedCells.Add((Invariant($"cell {number}"), id));
        if (facts.HasVerdict)
            _verdicts++;

        bool Has(string tag) => CellTags.Has(cell, tag) && !facts.HasError;
        string NextId() => _scope.Anchors.Unique(Invariant($"cell-{number}"));
    }

    /// <summary>Whether the author has removed a cell from the page. A cell that has failed is shown.</summary>
    private static bool IsRemoved(Cell cell) =>
        CellTags.Has(cell, CellTags.RemoveCell)
        && !(cell is CodeCell code && code.Outputs.Any(output => output is ErrorOutput));

    private static Html Folded(string kind, string line, Html content) =>
        $"<details class=\"fold {kind}\"><summary>{line}</summary>\n{content}</details>\n";

    /// <summary>Writes one line about the claims that were checked after a cell. Most readers want to know that they
    /// hold, but not how they were checked.</summary>
    private void WriteClaims(Cell cell, int number)
    {
        Claim[] claims = [.. _claims[cell.Id]];
        if (claims.Length == 0)
            return;
        Html parts = default;
        int count = 0;
        bool hasFailed = false;
        foreach (Claim claim in claims)
        {
            var facts = OutputFacts.Of(claim.Cell.Outputs, _scope);
            count += facts.Claims;
            hasFailed |= facts.HasError;
            _live?.Files.PublishNamedIn(claim.Code);
            Html live = Html.If(_live is not null, $" data-nn-claim=\"{claim.Cell.Id}\""),
                shown = CellMarkup.Output(OutputMarkup.Of(claim.Cell.Outputs, _scope), canRun: false);
            parts = $"{parts}<div{live}>\n{shown}{CodeMarkup.Of(claim.Code, isCSharp: true)}\n</div>\n";
        }
        string id = _scope.Anchors.Unique(Invariant($"claims-{number}"));
        Html line = hasFailed ? Html.Of($"A claim of the text does not hold")
            : Html.Of($"<span class=\"holds\">✓</span> <span data-nn-claims=\"\">{count} claim{(count == 1 ? "" : "s")}"
                + $"</span> hold{(count == 1 ? "s" : "")}");
        _article.AddBelow(
            $"<figure class=\"cell\" id=\"{id}\"><details class=\"fold claims\"{Html.If(hasFailed, $" open=\"open\"")}>"
            + $"<summary>{line}</summary>\n{parts}</details></figure>\n");
        if (hasFailed)
            _failedCells.Add((Invariant($"a claim after cell {number}"), id));
    }
}
