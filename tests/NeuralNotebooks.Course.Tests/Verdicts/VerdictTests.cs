namespace NeuralNotebooks.Course.Tests;

public class VerdictTests
{
    [Fact]
    public void A_verdict_tells_its_state_to_readers_by_its_card_and_to_programs_by_its_facts() =>
        Assert.Equal(
            ["correct, Correct. m", "almost, Almost. m", "not-yet, Not yet. m", "error, Could not be checked. m"],
            new[] { Verdict.Correct("m"), Verdict.Almost("m"), Verdict.NotYet("m"), Verdict.CouldNotBeChecked("m") }
                .Select(verdict => (
                    Facts: ((IHtml)verdict).Facts!,
                    Card: Regex.Match(verdict.ToHtml(), """^<div .*</span> (.*)</b> m</p>""").Groups[1]))
                .Select(told => $"{told.Facts["verdict"]}, {told.Card} m"));

    [Fact]
    public void Text_from_a_student_cannot_become_markup()
    {
        string html = (Verdict.Wrong(isNear: true, "<script>", "use `List<int>`") with { FirstDifference = "a < b" })
            .ToHtml();
        html.ShouldNotContain("<script>");
        html.ShouldContain("<code>List&lt;int&gt;</code>", "a &lt; b");
    }

    [Fact]
    public void A_wrong_matrix_stands_beside_the_expected_one_with_its_wrong_entries_framed()
    {
        string html = Answers.OneWrongEntry.ToHtml();
        Assert.Equal(2, html.Split("<table").Length - 1);
        Assert.Equal(1, html.Split("box-shadow").Length - 1);
        Assert.Matches("box-shadow[^>]*>−1</td>", html);
    }

    [Fact]
    public void A_single_number_needs_no_table() => Check.Threshold((_, _, _) => 1).ToHtml().ShouldNotContain("<table");

    [Fact]
    public void Numbers_do_not_depend_on_the_locale()
    {
        using IDisposable comma = DecimalComma.Begin();
        Assert.Equal("[0, 1]: yours −1, expected 0.375", Answers.OneWrongEntry.FirstDifference);
    }

    [Fact]
    public void A_mistake_is_explained_in_steps()
    {
        Exercise<double> average = new()
        {
            Cases = () => [2, 5],
            Describe = g => $"for g = {g}",
            Parts = g =>
            [
                new("The average of steps", g => g * g)
                {
                    { ("The square is missing:", "S averages g², so that signs do not cancel."), g },
                    { "Two things: the square is missing, and (1 − β) is.", -g },
                    { "Square g.", 3 * g },
                },
            ],
            Praise = "Right.",
        };
        Func<double, double>[] answers = [_ => 0, g => g, g => g, g => -g, g => -g, g => g, g => 3 * g, g => 3 * g];

        ApprovedTexts.Check(
            "Verdicts/Steps",
            "a cell that is run again and again",
            string.Concat(answers.Append(g => g * g).Select(answer => $"{average.Judge(g => answer(g))}\n\n"))
                .TrimEnd('\n') + "\n");
    }

    [Fact]
    public void The_card_has_the_contents_of_the_plain_text()
    {
        Verdict verdict = Verdict.Wrong(isNear: true, "m", ("The sign is wrong:", "subtract."));

        verdict.OnStep(1).ToHtml().ShouldNotContain("sign");
        verdict.OnStep(2).ToHtml().ShouldContain("The sign is wrong.<");
        verdict.OnStep(3).ToHtml().ShouldContain("The sign is wrong: subtract.<");
        verdict.OnStep(1).ToHtml().ShouldContain("Run the cell again");
    }
}
