namespace NeuralNotebooks.Course.Tests;

/// <summary>Checkpoints whose answer is a test. Catches.approved.txt has the verdicts on these tests: the mistakes that
/// they reject, and the sentence for the first one that they accept.</summary>
public class CatchTests
{
    private static readonly Activation[] _curved = [Activation.Tanh, Activation.Sigmoid];

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

        ["batch: the starter"] = () => Check.CatchBatch(Matrix.Zeros<double>(4, 1), Matrix.Zeros<double>(1, 1)),
        ["batch: the notebook's"] = () => Batch(3),
        ["batch: of four"] = () => Batch(4),
        ["batch: of one"] = () => Batch(1),
        ["batch: of two"] = () => Batch(2),
        ["batch: no errors"] = () => Check.CatchBatch(Matrix.Column(0, 1, 1, 1), Matrix.Row(2)),
        ["batch: nothing but zeros goes in"] = () =>
            Check.CatchBatch(Matrix.Zeros<double>(4, 4), Matrix.Row(1, 2, 3, 4)),
        ["batch: three features"] = () => Check.CatchBatch(Matrix.Ones<double>(3, 4), Matrix.Row(1, 2, 3, 4)),
        ["batch: not a number"] = () => Check.CatchBatch(Matrix.Ones<double>(4, 1), Matrix.Row(double.NaN)),

        ["pass: the starter"] = () => Check.CatchPass([], [], 0, 0),
        ["pass: the solution"] = () => Check.CatchPass([2, 3, 2], _curved, 5, 0.5),
        ["pass: the notebook's network"] = () =>
            Check.CatchPass([3, 5, 4, 2], [.. _curved, Activation.Identity], 6, 0.1),
        ["pass: a batch of one"] = () => Check.CatchPass([3, 5, 2], _curved, 1, 0.5),
        ["pass: single units"] = () => Check.CatchPass([1, 1, 1], _curved, 5, 0.5),
        ["pass: the smallest"] = () => Check.CatchPass([1, 1, 1], [Activation.Identity, Activation.Identity], 1, 1),
        ["pass: no activation"] = () => Check.CatchPass([3, 5, 2], [], 5, 0.5),
        ["pass: no step"] = () => Check.CatchPass([3, 5, 2], _curved, 5, 0),
        ["pass: one layer"] = () => Check.CatchPass([3, 2], [Activation.Tanh], 5, 0.5),
        ["pass: a million units"] = () => Check.CatchPass([3, 1_000_000, 2], _curved, 5, 0.5),

        ["Adam: the starter"] = () => Check.CatchAdam([[0], [0]]),
        ["Adam: the solution"] = () => Check.CatchAdam([[3, 0.001], [-1, 0.002]]),
        ["Adam: a constant gradient"] = () => Check.CatchAdam([[1], [1], [1], [1], [1]]),
        ["Adam: one step"] = () => Check.CatchAdam([[3, 0.001]]),
        ["Adam: one parameter"] = () => Check.CatchAdam([[0.003], [-0.001], [0.002]]),
        ["Adam: large gradients"] = () => Check.CatchAdam([[3, 1], [-1, 2], [2, -4]]),
        ["Adam: rows of different lengths"] = () => Check.CatchAdam([[1, 2], [1]]),
        ["Adam: a row that is missing"] = () => Check.CatchAdam([[1, 2], null!]),
        ["Adam: not a number"] = () => Check.CatchAdam([[double.NaN, 1]]),
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
        told[1].ShouldContain("\nSentence for mistake 5: You keep ŷ away from 0 and 1 by a small number.\n");
        told[2].ShouldEndWith("Use the form with s.");
    }

    [Fact]
    public void The_card_shows_every_mistake_and_frames_those_that_are_alive()
    {
        string html = Check.CatchLoss([-800, 3], [0, 1]).ToHtml();

        Assert.Equal(37, html.Split("<span style=\"padding").Length - 1);
        Assert.Equal(html.Split("&nbsp;alive").Length, html.Split("box-shadow").Length);
    }

    /// <summary>The questions say how many mistakes there are, and how many the notebook's own numbers miss.</summary>
    [Theory]
    [InlineData(
        "02-linear-and-logistic-regression", "loss: the notebook's", "37 wrong ones",
        "let 16 of the 37 wrong versions pass")]
    [InlineData("03-two-layers-batch-of-three", "batch: the notebook's", "42 wrong ones", "one goes unnoticed")]
    [InlineData("04-backpropagation", "pass: the notebook's network", "25 wrong ones", "two go unnoticed")]
    [InlineData("06-optimizers", "Adam: a constant gradient", "36 wrong Adams", "eleven of")]
    public void The_notebook_counts_as_the_check_does(string notebook, string test, params string[] phrases)
    {
        string text = Repository.Read($"notebooks/{notebook}.ipynb");

        Assert.All(phrases, phrase => text.ShouldContain(phrase));
        _tests[test]().Message.ShouldContain($" of {phrases[0].Split(' ')[0]} mistakes are caught");
    }

    /// <summary>The first examples of the notebook, and a fourth one.</summary>
    private static Verdict Batch(int m)
    {
        M X = Matrix.Of(new double[,] { { 0, 1, 2, 1 }, { 1, 0, 0, 1 }, { 1, 0, 2, 0 }, { 1, 0, 1, 2 } });
        return Check.CatchBatch(X.Columns(0, m), Matrix.Row(0.5, 5, -4, 1).Columns(0, m));
    }
}
