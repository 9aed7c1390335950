using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Site.Tests;

/// <summary>Tests what a page shows after a prompt, before the reader opens the answer.</summary>
public sealed class PredictionTests
{
    private const string Chart = "<div class=\"nn-picture\" data-nn-picture=\"1\">the chart</div>";
    private const string Figure = "<div data-nn-interactive=\"1\">the figure</div>";

    [Fact]
    public void An_answer_is_hidden_with_the_text_and_the_tagged_cells_that_follow()
    {
        string page = Before(
            Text("> **Predict.** How many?"),
            Code("int x = 0;"),
            Answer("int a = 1;", Html(Chart)),
            Text("*A caption.*\n\nThe text reads it."),
            Answer("int b = a + 1;", Html("reads a")),
            Text("All of it was read.")
        );

        Assert.Equal("T Predict How many? int x = 0; int a = 1; I have guessed: show the chart", page);
    }

    [Theory]
    [InlineData("## Next", "Next#")]
    [InlineData("> **Predict.** Next", "Predict Next")]
    [InlineData("> **Try.** Next", "Try Next")]
    public void A_heading_or_another_prompt_ends_the_hidden_part(string next, string shown)
    {
        string page = Before(
            Text("> **Predict.** How many?"),
            Answer("int a = 1;", Html("<table></table>")),
            Text("The text reads it.\n\n" + next + "\n\nAfter it.")
        );

        Assert.Equal($"T Predict How many? int a = 1; I have guessed: show the table {shown} After it.", page);
    }

    [Fact]
    public void A_code_cell_without_the_tag_ends_the_hidden_part() =>
        Assert.Equal(
            "T Predict How many? int a = 1; I have guessed: show the answer int b = a; own After it.",
            Before(
                Text("> **Predict.** How many?"),
                Answer("int a = 1;", Html("<b>one</b>")),
                Text("The text reads it."),
                Code("int b = a;", Html("own")),
                Text("After it.")
            )
        );

    [Fact]
    public void Without_the_tag_nothing_is_hidden() =>
        Assert.Equal(
            "T Predict How many? 1 one It is one.",
            Before(Text("> **Predict.** How many?"), Code("1", Html("<b>one</b>")), Text("It is one."))
        );

    [Fact]
    public void An_interactive_figure_is_visible_and_the_text_about_it_is_hidden()
    {
        string page = Before(
            Text("> **Predict.** How many?"),
            Answer("Circuit.ByHand(L)", Html(Figure)),
            Text("It is five.\n\n## Next")
        );

        Assert.Equal(
            "T Predict How many? Circuit.ByHand(L) the figure I have guessed: show the answer Next#",
            page
        );
    }

    [Fact]
    public void A_progress_bar_is_not_an_answer() =>
        Assert.Equal(
            "T Predict How many? Fit(net); 50 % Plot(net) I have guessed: show the chart",
            Before(
                Text("> **Predict.** How many?"),
                Answer("Fit(net);", Html("<div role=\"progressbar\">50 %</div>")),
                Answer("Plot(net)", Html(Chart))
            )
        );

    [Fact]
    public void Cells_that_check_an_answer_and_cells_that_have_failed_are_not_hidden()
    {
        Assert.EndsWith(
            "Check(F) no",
            Before(Text("> **Predict.** Why?"), Answer("Check(F)", Html("<div data-nn-verdict=\"not-yet\">no</div>")))
        );
        Assert.Contains("InvalidOperationException", Before(
            Text("> **Predict.** Why?"),
            Answer("1", Html("<b>one</b>")),
            Answer("throw", Failure("InvalidOperationException", "no"))
        ));
    }

    [Fact]
    public void A_prompt_after_a_checkpoint_is_outside_of_it_and_hides_its_answer() =>
        Assert.EndsWith(
            "Predict How many? 1 I have guessed: show the answer",
            Before(
                Text("#### Checkpoint 1: count"),
                Code("Check(F)", Html("<div data-nn-verdict=\"not-yet\">no</div>")),
                Text("<details><summary>Hint</summary>\n\nUse both.\n\n</details>"),
                Text("> **Predict.** How many?"),
                Answer("1", Html("<b>one</b>")),
                Text("The text reads it.")
            )
        );

    /// <summary>Tests every notebook of the course with its prompts. The output of each cell is replaced by the cell's
    /// id, and that of an interactive figure or control is marked as one.</summary>
    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Before_the_reader_has_guessed_no_answer_of_the_course_is_visible(string file)
    {
        Notebook notebook = Notebook.Read(Repository.At("notebooks/" + file));
        var cells = new List<Cell>();
        foreach (Cell cell in notebook.Cells)
        {
            if (cell is CodeCell code && OutputOf(code) is { } output)
                code.Outputs.Add(output);
            bool isRead = cell is MarkdownCell && BeginsWithWords(cell.Source);
            cells.Add(isRead ? new MarkdownCell(cell.Id, $"[{cell.Id}] {cell.Source}") : cell);
        }

        string shown = Before([.. cells]);
        var wrong = new List<string>();
        int answers = 0;
        for (int i = 0; i < cells.Count; i++)
        {
            if (cells[i] is not MarkdownCell text || !text.Source.Contains("\n> **Predict.**"))
                continue;
            Cell[] after = [.. cells.Skip(i + 1).TakeWhile(cell => cell is CodeCell)];
            if (after.OfType<CodeCell>().FirstOrDefault(IsShown) is not { } answer || answer.Source.Contains("Check."))
                continue;
            answers++;
            if (!IsMoved(answer) && shown.Contains($"[{answer.Id}]"))
                wrong.Add($"the output of {answer.Id} answers {text.Id}");
            // The text below interprets the answer, unless another cell is between them.
            if (cells.ElementAtOrDefault(i + 1 + after.Length) is { } reading && shown.Contains($"[{reading.Id}]")
                && after.All(cell => cell == answer || cell is CodeCell { HidesSource: true }))
                wrong.Add($"{reading.Id} says the answer of {text.Id}");
        }

        Assert.Empty(wrong);
        Assert.True(answers > 2, $"{file}: {answers} prompts with an answer");
    }

    public static TheoryData<string> Notebooks =>
        [.. Directory.GetFiles(Repository.At("notebooks"), "*.ipynb").Select(path => Path.GetFileName(path)).Order()];

    /// <summary>Whether a text begins with a paragraph that is not a caption.</summary>
    private static bool BeginsWithWords(string markdown) =>
        markdown is not ['#' or '>' or '*' or '<' or '|' or '!', ..];

    private static bool IsMoved(CodeCell cell) => cell.Source.Contains("ByHand(") || cell.Source.Contains("= Slider(");

    private static bool IsShown(CodeCell cell) =>
        !cell.HidesSource && !cell.Source.TrimEnd().EndsWith('}') && !cell.Source.TrimEnd().EndsWith(';');

    private static Output? OutputOf(CodeCell cell) =>
        cell.HidesSource ? new ExecuteResult(Holds, [], 1)
        : cell.Source.Contains("Check.") ? Html($"<div data-nn-verdict=\"not-yet\">[{cell.Id}]</div>")
        : IsMoved(cell) ? Html($"<div data-nn-interactive=\"1\">[{cell.Id}]</div>")
        : IsShown(cell) ? Html($"<p>[{cell.Id}]</p>")
        : null;

    private static MimeBundle Holds =>
        new() { { "text/html", "<div class=\"nn-claim\" data-nn-claim=\"holds\" data-nn-claims=\"1\">holds</div>" } };

    private static MarkdownCell Text(string markdown) => TemporaryCourse.Text(markdown);

    private static CodeCell Code(string source, params Output[] outputs) => TemporaryCourse.Code(source, outputs);

    private static CodeCell Answer(string source, params Output[] outputs)
    {
        var cell = new CodeCell(
            Guid.NewGuid().ToString("N")[..8], source, new() { ["tags"] = new JsonArray("answer") });
        foreach (Output output in outputs)
            cell.Outputs.Add(output);
        return cell;
    }

    private static Output Failure(string name, string message) => TemporaryCourse.Failure(name, message);

    private static DisplayData Html(string html) => TemporaryCourse.Shown("text/html", html);

    /// <summary>The visible words of a page before the reader opens a folded part.</summary>
    private static string Before(params Cell[] cells)
    {
        using var course = new TemporaryCourse();
        course.With("n.ipynb", [Text("# T"), .. cells]).Build(new() { Node = "no-such-program" });
        IDocument page = new HtmlParser().ParseDocument(course.Read("n.html"));
        // The style sheet hides the text that interprets an answer as long as the answer is folded.
        foreach (IElement prediction in page.QuerySelectorAll(".prediction"))
            if (prediction.QuerySelector(":scope > .answer, :scope > .cell > .output > .answer") is not null)
                prediction.QuerySelector(":scope > .reading")?.Remove();
        foreach (IElement answer in page.QuerySelectorAll(".answer"))
        {
            answer.Closest(".cell")?.QuerySelector("figcaption")?.Remove();
            foreach (INode part in answer.ChildNodes.Skip(1).ToList())
                part.RemoveFromParent();
        }

        foreach (IElement hidden in page.QuerySelectorAll(".skip, .claims"))
            hidden.Remove();
        string text = page.QuerySelector("article")!.TextContent;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
