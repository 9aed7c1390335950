using AngleSharp.Html.Dom;

namespace NeuralNotebooks.Site;

internal sealed partial class NotebookRenderer
{
    private readonly NotebookSource _notebook;
    private readonly PageScope _scope;
    private readonly LiveScope? _live;
    private readonly ArticleWriter _article;
    private readonly List<(string Name, string Id)> _failedCells = [];
    private readonly ILookup<string, Claim> _claims;
    private NotebookTitle _title;
    private int _verdicts;

    private NotebookRenderer(NotebookSource notebook, PageScope scope)
    {
        (_notebook, _scope, _live, _title) = (notebook, scope, scope as LiveScope, NotebookTitle.OfFile(notebook));
        _article = new(scope, _live is not null);
        Claims? claims = scope is not TrustedScope ? null : scope.Report.Try(
            "the claims cannot be read", () => ExecutedNotebooks.ClaimsIn(notebook.Path, notebook.Document));
        _claims = (claims?.All ?? []).ToLookup(claim => claim.After);
    }

    public static NotebookPage Render(NotebookSource notebook, PageScope scope)
    {
        var cells = new NotebookRenderer(notebook, scope);
        scope.Report.Try("the rest of the notebook cannot be rendered", cells.WriteCells);
        bool hasTitle = scope.Anchors.Headings.Any(heading => heading.Level == 1);
        Html article = $"{Html.If(!hasTitle, $"<h1>{cells._title.Markup}</h1>\n")}{cells._article.ToHtml()}";
        return new(
            notebook, cells._title, article, cells._article.Sections, cells._article.Checkpoints, cells._failedCells,
            cells._verdicts, scope);
    }

    private void WriteCells()
    {
        int codeCells = 0;
        foreach (Cell cell in _notebook.Document.Cells)
        {
            if (cell is MarkdownCell text && !IsRemoved(cell))
            {
                _scope.At(codeCells == 0 ? "text before cell 1" : Invariant($"text after cell {codeCells}"), text);
                WriteOrShowSource(cell, () => WriteText(text));
            }
            else if (cell is CodeCell code)
            {
                codeCells++;
                _scope.At(Invariant($"cell {codeCells}"), null);
                _live?.Files.PublishNamedIn(code.Source);
                foreach (DisplayData output in code.Outputs.OfType<DisplayData>())
                    if (output.PackagesKey is { } key)
                        _live?.AddPackages(key);
                WriteOrShowSource(cell, () => WriteCode(code, codeCells));
            }
            _scope.Report.Try("its claims cannot be rendered, and are left out", () => WriteClaims(cell, codeCells));
        }
    }

    /// <summary>Writes a cell. Nothing of it is written if it cannot be rendered: then its source is shown.</summary>
    private void WriteOrShowSource(Cell cell, Action write)
    {
        if (!_scope.Report.Try("it cannot be rendered, and is shown as it is written", write))
            _article.Add($"{CodeMarkup.Of(cell.Source, isCSharp: false)}\n");
    }

    private void WriteText(MarkdownCell cell)
    {
        IHtmlElement text = Prose.Render(cell.Source, _scope);
        if (cell == _notebook.Document.Cells[0])
            _title = _title.With(text);
        _isAfterControl = false;
        _article.AddText(
            text, _notebook.IsStudentAnswer(cell) ? cell.Id : null, CellTags.Has(cell, CellTags.Checkpoint));
    }
}
