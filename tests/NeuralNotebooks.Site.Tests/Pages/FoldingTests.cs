using System.Text.Json.Nodes;
using NeuralNotebooks.Engine;
using static NeuralNotebooks.Site.Tests.TemporaryCourse;

namespace NeuralNotebooks.Site.Tests;

/// <summary>What a page folds or hides at first: cells that only check claims, and the answers to prompts.</summary>
public sealed class FoldingTests
{
    private const string ThreeClaims =
        "<div class=\"nn-claim\" data-claim=\"holds\" data-claims=\"3\" style=\"\"><div>✓ L: 10</div></div>";

    private const string Claims = "details class=\"claims\"";

    private static ExecuteResult Result(string html) => new(new MimeBundle { { MimeBundle.Html, html } }, [], 1);

    private static CodeCell Folded(string source, params Output[] outputs) =>
        With(
            new CodeCell("folded", source, new() { ["jupyter"] = new JsonObject { ["source_hidden"] = true } }),
            outputs
        );

    private static CodeCell Named(string id, string source, params Output[] outputs) =>
        With(new CodeCell(id, source), outputs);

    private static CodeCell With(CodeCell cell, Output[] outputs)
    {
        cell.ExecutionCount = 1;
        foreach (Output output in outputs)
            cell.Outputs.Add(output);
        return cell;
    }

    [Fact]
    public void A_cell_of_claims_that_hides_its_code_is_folded_and_says_how_many_hold()
    {
        string page = Page(Folded("Claim.Close(L, 10, \"L\")", Result(ThreeClaims)));

        int summary = page.IndexOf(
            "<details class=\"claims\"><summary>3 claims hold</summary>",
            StringComparison.Ordinal
        );
        Assert.True(summary >= 0, page);
        Assert.InRange(
            page.IndexOf("class=\"code\"", StringComparison.Ordinal),
            summary,
            page.IndexOf("</details>", summary, StringComparison.Ordinal)
        );
        Assert.InRange(
            page.IndexOf("L: 10", StringComparison.Ordinal),
            summary,
            page.IndexOf("</details>", summary, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_cell_whose_code_is_to_be_read_or_that_shows_something_else_stays_open()
    {
        Page(Named("nudge", "Claim.Close(L, 10, \"L\")", Result(ThreeClaims))).ShouldNotContain(Claims);
        Page(Folded("1", new StreamOutput(StreamName.Stdout, "a table\n"), Result(ThreeClaims)))
            .ShouldNotContain(Claims);
        Page(Folded("1", Failure("ClaimException", "L: 9"))).ShouldNotContain(Claims);
        Page(new CodeCell("odd", "1", new() { ["jupyter"] = "source_hidden" })).ShouldNotContain(Claims);
    }

    [Fact]
    public void What_the_cells_after_a_prompt_show_is_marked_as_its_answer()
    {
        string page = Page(
            Named("before", "1", Result("<b>one</b>")),
            Text("> **Predict.** What is next?"),
            Named("first", "2", Result("<b>two</b>")),
            Named("second", "3", Result("<b>three</b>")),
            Text("Seen."),
            Named("after", "4", Result("<b>four</b>"))
        );

        page.ShouldContain(
            "<div class=\"output\"><div class=\"rich\"><b>one",
            "<div class=\"output\" data-answer=\"1\"><div class=\"rich\"><b>two",
            "<div class=\"output\" data-answer=\"1\"><div class=\"rich\"><b>three",
            "<div class=\"output\"><div class=\"rich\"><b>four"
        );
    }

    [Fact]
    public void The_verdict_on_a_checkpoint_does_not_wait() =>
        Page(
                Text("> **Predict.** What does it say?"),
                Named("checkpoint-1", "1", Result("<div data-verdict=\"not-yet\">no</div>"))
            )
            .ShouldNotContain("data-answer");

    private static string Page(params Cell[] cells)
    {
        using var course = new TemporaryCourse();
        course.With("01-a.ipynb", [Text("# A"), .. cells]).Build();
        return course.Read("01-a.html");
    }
}
