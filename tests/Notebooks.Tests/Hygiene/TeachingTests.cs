using System.Text.RegularExpressions;

namespace Notebooks.Tests.Hygiene;

/// <summary>Every notebook has the parts that a reader of the course learns to expect.</summary>
public partial class TeachingTests
{
    [Theory]
    [EveryNotebook]
    public void A_notebook_asks_for_predictions(CourseNotebook notebook)
    {
        Assert.True(notebook.Markdown.Count(cell => cell.Source.Contains("> **Predict")) >= 3);
    }

    /// <summary>A claim says in words what comes out.</summary>
    [Theory]
    [EveryNotebook]
    public void The_code_below_a_prediction_holds_no_claim(CourseNotebook notebook)
    {
        Assert.All(
            notebook.Markdown.Where(cell => cell.Source.Contains("> **Predict")),
            cell =>
                Assert.False(
                    CodeAfter(cell, notebook).HoldsClaims,
                    $"{notebook.Name}, cell {cell.Number} is answered below"
                )
        );
    }

    [Theory]
    [EveryNotebook]
    public void No_sentence_leads_into_a_cell_that_pages_fold(CourseNotebook notebook)
    {
        Assert.All(
            notebook.Markdown.Where(cell => cell.Source.EndsWith(':')),
            cell =>
                Assert.False(
                    CodeAfter(cell, notebook).IsFolded,
                    $"{notebook.Name}, cell {cell.Number} ends in a colon"
                )
        );
    }

    [Theory]
    [EveryNotebook]
    public void A_notebook_has_two_to_six_checkpoints_with_hint_and_solution(CourseNotebook notebook)
    {
        IReadOnlyList<Checkpoint> checkpoints = Checkpoint.Of(notebook);

        Assert.InRange(checkpoints.Count, 2, 6);
        Assert.All(checkpoints, checkpoint => Assert.NotEqual(checkpoint.Starter.Source, checkpoint.Solution));
    }

    [Theory]
    [EveryNotebook]
    public void A_notebook_closes_with_what_to_remember_and_where_it_leads(CourseNotebook notebook)
    {
        string closing = string.Join("\n", notebook.Markdown.TakeLast(3).Select(cell => cell.Source));

        Assert.Contains("remember", closing, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("mistakes", closing, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The outputs of such a cell are not compared between runs, so nothing else may hide there.</summary>
    [Theory]
    [EveryNotebook]
    public void Only_a_cell_that_reads_a_clock_may_show_other_numbers_on_every_run(CourseNotebook notebook)
    {
        Assert.All(
            notebook.Code.Where(cell => cell.IsMeasured),
            cell => Assert.Matches(Clock(), cell.Source)
        );
    }

    [Theory]
    [EveryNotebook]
    public void A_claim_of_the_text_is_asserted_in_code(CourseNotebook notebook)
    {
        Assert.Contains(notebook.Code, cell => cell.HoldsClaims);
    }

    private static CourseCell CodeAfter(CourseCell cell, CourseNotebook notebook) =>
        notebook.Cells.Skip(cell.Number).First(next => next.IsCode);

    [GeneratedRegex(@"\bStopwatch\b|\bElapsed|[Ss]econds\b")]
    private static partial Regex Clock();
}
