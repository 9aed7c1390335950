using System.Text.RegularExpressions;

namespace Notebooks.Tests.Hygiene;

/// <summary>Every notebook has the parts that a reader of the course learns to expect.</summary>
public partial class TeachingTests
{
    [Theory]
    [MemberData(nameof(CourseNotebook.Names), MemberType = typeof(CourseNotebook))]
    public void A_notebook_asks_for_predictions(string name)
    {
        Assert.True(CourseNotebook.Open(name).Markdown.Count(cell => cell.Source.Contains("> **Predict")) >= 3);
    }

    /// <summary>A claim says in words what comes out.</summary>
    [Theory]
    [MemberData(nameof(CourseNotebook.Names), MemberType = typeof(CourseNotebook))]
    public void The_code_below_a_prediction_holds_no_claim(string name)
    {
        CourseNotebook notebook = CourseNotebook.Open(name);

        Assert.All(
            notebook.Markdown.Where(cell => cell.Source.Contains("> **Predict")),
            cell => Assert.False(CodeAfter(cell, notebook).HoldsClaims, $"{name}, cell {cell.Number} is answered below")
        );
    }

    [Theory]
    [MemberData(nameof(CourseNotebook.Names), MemberType = typeof(CourseNotebook))]
    public void No_sentence_leads_into_a_cell_that_pages_fold(string name)
    {
        CourseNotebook notebook = CourseNotebook.Open(name);

        Assert.All(
            notebook.Markdown.Where(cell => cell.Source.EndsWith(':')),
            cell => Assert.False(CodeAfter(cell, notebook).IsFolded, $"{name}, cell {cell.Number} ends in a colon")
        );
    }

    [Theory]
    [MemberData(nameof(CourseNotebook.Names), MemberType = typeof(CourseNotebook))]
    public void A_notebook_has_two_to_six_checkpoints_with_hint_and_solution(string name)
    {
        IReadOnlyList<Checkpoint> checkpoints = Checkpoint.Of(CourseNotebook.Open(name));

        Assert.InRange(checkpoints.Count, 2, 6);
        Assert.All(checkpoints, checkpoint => Assert.NotEqual(checkpoint.Starter.Source, checkpoint.Solution));
    }

    [Theory]
    [MemberData(nameof(CourseNotebook.Names), MemberType = typeof(CourseNotebook))]
    public void A_notebook_closes_with_what_to_remember_and_where_it_leads(string name)
    {
        string closing = string.Join("\n", CourseNotebook.Open(name).Markdown.TakeLast(3).Select(cell => cell.Source));

        Assert.Contains("remember", closing, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("mistakes", closing, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The outputs of such a cell are not compared between runs, so nothing else may hide there.</summary>
    [Theory]
    [MemberData(nameof(CourseNotebook.Names), MemberType = typeof(CourseNotebook))]
    public void Only_a_cell_that_reads_a_clock_may_show_other_numbers_on_every_run(string name)
    {
        Assert.All(
            CourseNotebook.Open(name).Code.Where(cell => cell.IsMeasured),
            cell => Assert.Matches(Clock(), cell.Source)
        );
    }

    [Theory]
    [MemberData(nameof(CourseNotebook.Names), MemberType = typeof(CourseNotebook))]
    public void A_claim_of_the_text_is_asserted_in_code(string name)
    {
        Assert.Contains(CourseNotebook.Open(name).Code, cell => cell.HoldsClaims);
    }

    private static CourseCell CodeAfter(CourseCell cell, CourseNotebook notebook) =>
        notebook.Cells.Skip(cell.Number).First(next => next.IsCode);

    [GeneratedRegex(@"\bStopwatch\b|\bElapsed|[Ss]econds\b")]
    private static partial Regex Clock();
}
