namespace NeuralNotebooks.Site;

internal sealed partial class NotebookRenderer
{
    /// <summary>Whether the last cell shows a control or an interactive figure.</summary>
    private bool _isAfterControl;

    private void WriteCode(CodeCell cell, int number)
    {
        var facts = OutputFacts.Of(cell.Outputs, _scope.IsUntrusted);
        string outputs = OutputMarkup.Of(CellTags.ShownOutputs(cell), _scope);
        bool live = _notebook.CanRun(cell), removesInput = Has(CellTags.RemoveInput);
        if (IsRemoved(cell) || (removesInput && outputs.Length == 0))
        {
            // A live page runs a cell that it does not show, since others may need its variables.
            if (live)
                _article.Add(CellMarkup.WithoutOutputs(cell.Source,
                    $" id=\"{NextId()}\"{CellMarkup.Runs(cell)} hidden=\"hidden\""));
            return;
        }
        if (!_notebook.HasCode(cell) && outputs.Length == 0)
            return;

        bool hidesInput = Has(CellTags.HideInput), hasAnswer = outputs.Length > 0 && Has(CellTags.Answer)
            && !facts.HasVerdict && !facts.AreOnlyProgress;
        string id = NextId();
        string code = _notebook.HasCode(cell) ? CodeMarkup.Of(cell.Source, _notebook.IsCSharp(cell)) + "\n" : "";
        string shown = hasAnswer ? Prediction.Folded(outputs)
            : Has(CellTags.HideOutput) && outputs.Length > 0 ? Folded("output-fold", "Output", outputs)
            : outputs;
        string output = CellMarkup.Output(shown, live, live ? CellTags.OutputClasses(cell) : "");
        if (_notebook.IsLive && _notebook.UnknownLanguage(cell) is { } language)
            output += "<p class=\"cell-note\">Pages run only C#, so "
                + $"this cell in {Html.Escape(language)} does not run here.</p>\n";
        string tools = live ? CellMarkup.Tools : "";
        // A cell that is folded to one line has its Run button on that line.
        string content =
            removesInput ? $"{(live ? $"<div hidden=\"hidden\">\n{code}{tools}</div>\n" : "")}{output}"
            : Has(CellTags.HideCell) ? Folded("code-fold", "Cell", code + tools + output)
            : cell.HidesSource && facts.Claims is { } count ? tools + Folded("claims", ClaimsHold(count), code + output)
            : hidesInput && outputs.Length == 0 ? tools + Folded("no-output", "Code", code) + output
            : hidesInput ? Folded("code-fold", "Code", code + tools) + output
            : code + tools + output;
        // The figure of a cell whose code is hidden is joined to the control in the cell before it.
        string kind = (facts.HasError ? " failed" : "") + (facts.HasVerdict ? " judges" : "")
            + (hidesInput && _isAfterControl ? " joins" : "");
        _article.AddFigure(
            $"<figure class=\"cell{kind}\" id=\"{id}\"{(live ? CellMarkup.Runs(cell) : "")}>\n{content}",
            removesInput ? "" : cell.Source, facts.HasVerdict);
        _isAfterControl = facts.CanBeMoved;
        if (facts.HasError)
            _failedCells.Add((number, id));
        if (facts.HasVerdict)
            _verdicts++;

        bool Has(string tag) => CellTags.Has(cell, tag) && !facts.HasError;
        string NextId() => _scope.Anchors.Unique(Invariant($"cell-{number}"));
    }

    /// <summary>Whether the author has removed a cell from the page. A cell that has failed is shown.</summary>
    private static bool IsRemoved(Cell cell) =>
        CellTags.Has(cell, CellTags.RemoveCell)
        && !(cell is CodeCell code && code.Outputs.Any(output => output is ErrorOutput));

    private static string Folded(string kind, string line, string content) =>
        $"<details class=\"fold {kind}\"><summary>{line}</summary>\n{content}</details>\n";

    /// <summary>The line to which a page folds a cell that only checks claims of the text. Most readers want to know
    /// that the claims hold, but not how they were checked. In Jupyter, the cell's metadata hide its code.</summary>
    private static string ClaimsHold(int count) => Invariant($"{count} {(count == 1 ? "claim holds" : "claims hold")}");
}
