namespace NeuralNotebooks.Course.Tests;

/// <summary>The sheet of questions that a notebook shows, with a host that asks two fixed questions.</summary>
[Collection(nameof(Variant))] // Variant.Student is process-wide.
public sealed class DefendTests : IDisposable
{
    private const string Host = "NeuralNotebooks.Questions";

    private readonly object? _before = AppContext.GetData(Host);
    private string _asked = "";

    public DefendTests() => Variant.Student = "";

    public void Dispose() => AppContext.SetData(Host, _before);

    [Fact]
    public void Without_answers_the_sheet_shows_questions_with_numbered_choices_and_its_number()
    {
        Offer();

        Assert.Equal(
            """
            Questions 261 about your code. Add this number and your choices to the call: 261, …, ….
            1. What does `Half(3)` return?
               1) 2
               2) 1.5
               3) 6
            2. What does `Half(5)` return?
               1) 2.5
               2) 3
               3) 10
            """,
            Defend.Call(() => Half(3)).ToString());
        Assert.Equal("() => Half(3)", _asked);
    }

    [Fact]
    public void With_answers_each_question_has_a_verdict()
    {
        Offer();

        Defence answered = Defend.Call(() => Half(3), 261, 2, 3);

        Assert.Equal((1, 2), (answered.Right, answered.Count));
        Assert.Contains("1 of 2 answers are right.", answered.ToString());
        Assert.Equal(1, Count(answered.ToHtml(), "Right."));
        Assert.Equal(1, Count(answered.ToHtml(), "Not this one."));
    }

    [Fact]
    public void With_an_id_only_a_grader_judges_the_answers()
    {
        Offer();
        Variant.Student = "ada";
        try
        {
            Defence answered = Defend.Call(() => Half(3), 261, 2, 3);

            Assert.Equal(0, answered.Right);
            Assert.StartsWith(
                "Your answers to questions 261 are 2, 3. They are judged when you hand in your notebook.",
                answered.ToString());
            Assert.DoesNotContain("Right.", answered.ToHtml());
            Assert.DoesNotContain("Not this one.", answered.ToHtml());
        }
        finally
        {
            Variant.Student = "";
        }
    }

    [Fact]
    public void Answers_to_other_questions_are_not_judged()
    {
        Offer();

        Defence answered = Defend.Call(() => Half(3), 260, 2, 1);

        Assert.Equal(0, answered.Right);
        Assert.Contains("Your answers belong to questions 260.", answered.ToString());
        Assert.DoesNotContain("Right.", answered.ToString());
    }

    [Fact]
    public void Code_and_choices_are_encoded_in_HTML()
    {
        Offer("`a < b`?", "<b>", "x & y", "z");

        string html = Defend.Call(() => Half(3)).ToHtml();

        Assert.Contains("&lt;b&gt;", html);
        Assert.Contains("x &amp; y", html);
        Assert.DoesNotContain("<code><b>", html);
    }

    private static double Half(double x) => x / 2;

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private void Offer() => Offer(
        [
            ("", 1, "What does `Half(3)` return?", ["2", "1.5", "6"], 2),
            ("", 1, "What does `Half(5)` return?", ["2.5", "3", "10"], 1),
        ]);

    private void Offer(string text, params string[] choices) => Offer([("", 1, text, choices, 1)]);

    private void Offer((string, int, string, string[], int)[] questions) =>
        AppContext.SetData(
            Host,
            (Func<string, string, string, (int, (string, int, string, string[], int)[], string?)>)(
                (code, _, _) =>
                {
                    _asked = code;
                    return (261, questions, null);
                }));
}
