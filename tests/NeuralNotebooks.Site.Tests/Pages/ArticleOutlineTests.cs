using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Site.Tests;

/// <summary>Tests which parts an article has, and where they are, without their HTML.</summary>
public sealed class ArticleOutlineTests
{
    private const string Verdict = "<p data-nn-verdict=\"not-yet\"></p>";

    private readonly Notebook _notebook = new();
    private readonly ArticleOutline _outline;
    private readonly List<TextPart> _texts = [];

    public ArticleOutlineTests() => _outline = new(new("a.ipynb", _notebook, "a.html", IsLive: false));

    [Fact]
    public void A_checkpoint_contains_its_task_the_cell_that_checks_the_answer_and_the_hint()
    {
        Assert.Equal(
            [
                "Text", "Checkpoint in checkpoint 1", "Text in checkpoint 1", "Cell in checkpoint 1",
                "Text in checkpoint 1 as help", "Text",
            ],
            Parts(
                Text("Before it.\n\n## Checkpoint 1: a sum\n\nAdd two numbers. They are small."),
                (Code("Check.Sum(1);"), Verdict),
                Text("<details><summary>Hint</summary>\n\nCount.\n\n</details>"),
                Text("After it.")
            )
        );
        Assert.Equal("Add two numbers.", _texts.Single(text => text.Task is not null).Task);
    }

    [Fact]
    public void A_cell_that_cannot_be_rendered_has_no_checkpoint()
    {
        ArticlePlace before = _outline.Place;
        Assert.Equal(["Checkpoint in checkpoint 1"], Parts(Text("## Checkpoint 1")));

        _outline.LeaveOut(before);

        Assert.Equal(["Text"], Parts(Text("After it.")));
    }

    [Fact]
    public void Instructions_for_a_build_are_left_out_of_the_page_and_of_its_search_index() =>
        Assert.Empty(Parts(Text("> First run dotnet build.")));

    private string[] Parts(params Shown[] cells)
    {
        foreach (Shown shown in cells)
            _notebook.Cells.Add(shown.Cell);
        List<ArticlePart> parts = [];
        foreach (Shown shown in cells)
            if (shown.Cell is MarkdownCell text)
                parts.AddRange(_outline.PartsOf(text));
            else if (_outline.PartOf((CodeCell)shown.Cell, shown.Outputs) is { } part)
                parts.Add(part);
        _texts.AddRange(parts.OfType<TextPart>());
        return [.. parts.Select(Described)];
    }

    private static string Described(ArticlePart part)
    {
        ArticlePlace place = part.Place;
        return part.GetType().Name.Replace("Part", "")
            + (place.Checkpoint > 0 ? $" in checkpoint {place.Checkpoint}" : "")
            + (place.IsHelp ? " as help" : "");
    }

    /// <summary>A cell and its outputs as HTML.</summary>
    private sealed record Shown(Cell Cell, string Outputs)
    {
        public static implicit operator Shown(MarkdownCell cell) => new(cell, "");

        public static implicit operator Shown((CodeCell Cell, string Outputs) cell)
        {
            cell.Cell.Outputs.Add(TemporaryCourse.Shown("text/html", cell.Outputs));
            return new(cell.Cell, cell.Outputs);
        }
    }
}
