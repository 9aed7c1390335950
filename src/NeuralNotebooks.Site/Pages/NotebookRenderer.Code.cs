namespace NeuralNotebooks.Site;

internal sealed partial class NotebookRenderer
{
    /// <summary>Writes a code cell; its figure element stays open for a caption.</summary>
    private void WriteCode(CodeCell cell, int number)
    {
        var facts = OutputFacts.Of(cell.Outputs, _scope.IsUntrusted);
        string outputs = OutputMarkup.Of(CellTags.ShownOutputs(cell), _scope);
        bool removesInput = CellTags.Has(cell, CellTags.RemoveInput) && !facts.HasError;
        if (IsRemoved(cell) || (removesInput && outputs.Length == 0))
        {
            AppendHidden(cell, number);
            return;
        }
        if (_outline.LookOf(cell, facts, outputs.Length > 0) is not { } look)
            return;
        string id = _scope.Anchors.Unique(Invariant($"cell-{number}"));
        bool live = _notebook.CanRun(cell);
        string kind = (facts.HasError ? " failed" : "") + (facts.HasVerdict ? " judges" : "")
            + (look.Joins ? " joins" : "");
        _article.MoveTo(look.Place);
        _article.BeginFigure($"<figure class=\"cell{kind}\" id=\"{id}\"{(live ? CellMarkup.Runs(cell) : "")}>\n");

        string code = _notebook.HasCode(cell) ? CodeMarkup.Of(cell.Source, _notebook.IsCSharp(cell)) + "\n" : "";
        string shown = look.IsAnswer ? Prediction.Folded(outputs)
            : look.HidesOutput ? Folded("output-fold", "Output", outputs)
            : outputs;
        string output = CellMarkup.Output(shown, live, live ? CellTags.OutputClasses(cell) : "");
        if (_notebook.IsLive && _notebook.UnknownLanguage(cell) is { } language)
            output += "<p class=\"cell-note\">Pages run only C#, so "
                + $"this cell in {Html.Escape(language)} does not run here.</p>\n";
        string tools = live ? CellMarkup.Tools : "";
        // A cell that is folded to one line has its Run button on that line.
        _article.Append(
            removesInput ? $"{(live ? $"<div hidden=\"hidden\">\n{code}{tools}</div>\n" : "")}{output}"
            : CellTags.Has(cell, CellTags.HideCell) && !facts.HasError
                ? Folded("code-fold", "Cell", code + tools + output)
            : look.Claims is { } count ? tools + Folded("claims", ClaimsHold(count), code + output)
            : look.HidesInput && outputs.Length == 0 ? tools + Folded("no-output", "Code", code) + output
            : look.HidesInput ? Folded("code-fold", "Code", code + tools) + output
            : code + tools + output);
        if (!removesInput)
            _article.AddWords(cell.Source);
        if (facts.HasError)
            _failedCells.Add((number, id));
        if (facts.HasVerdict)
            _verdicts++;
    }

    /// <summary>Whether the author has removed a cell from the page. A cell that has failed is shown.</summary>
    private static bool IsRemoved(Cell cell) =>
        CellTags.Has(cell, CellTags.RemoveCell)
        && !(cell is CodeCell code && code.Outputs.Any(output => output is ErrorOutput));

    /// <summary>Writes a cell that the page does not show. A live page runs it, since others may need its
    /// variables.</summary>
    private void AppendHidden(CodeCell cell, int number)
    {
        if (!_notebook.CanRun(cell))
            return;
        string id = _scope.Anchors.Unique(Invariant($"cell-{number}"));
        _article.Append(
            CellMarkup.WithoutOutputs(cell.Source, $" id=\"{id}\"{CellMarkup.Runs(cell)} hidden=\"hidden\""));
    }

    private static string Folded(string kind, string line, string content) =>
        $"<details class=\"fold {kind}\"><summary>{line}</summary>\n{content}</details>\n";

    /// <summary>The line to which a page folds a cell that only checks claims of the text. Most readers want to know
    /// that the claims hold, but not how they were checked. In Jupyter, the cell's metadata hide its code.</summary>
    private static string ClaimsHold(int count) => Invariant($"{count} {(count == 1 ? "claim holds" : "claims hold")}");
}
