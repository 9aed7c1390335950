namespace NeuralNotebooks.Course.Tests;

/// <summary>Checkpoints whose answer is a test. Catches.approved.txt has the verdicts on these tests: the mistakes that
/// they reject, and the sentence for the first one that they accept.</summary>
public class CatchTests
{
    private static readonly Dictionary<string, Func<Verdict>> _tests = new()
    {
        ["loss: the starter"] = () => Check.CatchLoss([], []),
        ["loss: the solution"] = () => Check.CatchLoss([-40, 800, 0.5], [1, 1, 0]),
        ["loss: the notebook's"] = () => Check.CatchLoss([2, -1, 0], [1, 0, 1]),
        ["loss: nothing overflows"] = () => Check.CatchLoss([-40, 40, 0.5], [1, 1, 0]),
        ["loss: nothing but large logits"] = () => Check.CatchLoss([-800, 800], [1, 1]),
        ["loss: one example"] = () => Check.CatchLoss([-40], [1]),
        ["loss: a label too few"] = () => Check.CatchLoss([2, -1], [1]),
        ["loss: a label between"] = () => Check.CatchLoss([2], [0.5]),
        ["loss: not a number"] = () => Check.CatchLoss([double.NaN], [1]),
    };

    public static TheoryData<string> Tests => [.. _tests.Keys];

    [Theory]
    [MemberData(nameof(Tests))]
    public void The_verdict_on_a_test_says_which_mistakes_it_rejects(string test) =>
        ApprovedTexts.Check("Checks/Catches", test, $"{_tests[test]().OnStep(3)}\n");

    [Fact]
    public void The_first_mistake_that_is_alive_is_explained_in_steps()
    {
        string[] told = [.. Enumerable.Range(0, 3).Select(_ => $"{Check.CatchLoss([-800, 3], [0, 1])}")];

        told[0].ShouldNotContain("Sentence for mistake");
        told[1].ShouldContain("\nSentence for mistake 5: You keep p away from 0 and 1 by a small number.\n");
        told[2].ShouldEndWith("Use the form with s.");
    }

    [Fact]
    public void The_card_shows_every_mistake_and_frames_those_that_are_alive()
    {
        string html = Check.CatchLoss([2, -1, 0], [1, 0, 1]).ToHtml();

        Assert.Equal(25, html.Split("<span style=\"padding").Length - 1);
        Assert.Equal(html.Split("&nbsp;alive").Length, html.Split("box-shadow").Length);
    }

    /// <summary>The questions say how many mistakes there are, and how many the notebook's own numbers miss.</summary>
    [Theory]
    [InlineData(
        "02-linear-and-logistic-regression", "loss: the notebook's", "25 wrong ones",
        "let 4 of the 25 wrong versions pass")]
    public void The_notebook_counts_as_the_check_does(string notebook, string test, params string[] phrases)
    {
        string text = Repository.Read($"notebooks/{notebook}.ipynb");

        Assert.All(phrases, phrase => text.ShouldContain(phrase));
        _tests[test]().Message.ShouldContain($" of {phrases[0].Split(' ')[0]} mistakes are caught");
    }
}
