using Loss = System.Func<NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>,
    (double loss, NeuralNotebooks.Matrix<double> ds)>;

namespace NeuralNotebooks.Course.Tests;

public class LogisticLossCheckTests
{
    private static double Sigmoid(double s) => 1 / (1 + Math.Exp(-s));

    private static double Stable(double s, double y) => Math.Max(s, 0) - y * s + Math.Log(1 + Math.Exp(-Math.Abs(s)));

    private static Matrix<double> Each(Matrix<double> s, Matrix<double> y, Func<double, double, double> f)
    {
        Matrix<double> result = s.Copy();
        for (int i = 0; i < s.Columns; i++)
            result[0, i] = f(s[0, i], y[0, i]);
        return result;
    }

    /// <summary>A loss of one logit with its label, and the right slopes.</summary>
    private static Loss WithLoss(Func<double, double, double> loss) => (s, y) =>
        (Each(s, y, loss).Mean(), Each(s, y, (z, t) => Sigmoid(z) - t) / s.Columns);

    /// <summary>The right loss, and slopes of one logit with its label.</summary>
    private static Loss WithSlope(Func<double, double, double> slope) => (s, y) =>
        (Each(s, y, Stable).Mean(), Each(s, y, slope) / s.Columns);

    public static TheoryData<string, Loss> Mutants() => new()
    {
        { "The loss is right. ", WithSlope((s, y) => y - Sigmoid(s)) },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void Each_known_mistake_is_caught_and_named(string phrase, Loss mutant)
    {
        Verdict verdict = Check.LogisticLoss(mutant);
        Assert.False(verdict.IsCorrect);
        Assert.Contains(phrase, verdict.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<Loss> RightWays() => new()
    {
        WithLoss(Stable),
        WithLoss((s, y) => Math.Max(s, 0) - y * s + double.LogP1(Math.Exp(-Math.Abs(s)))),
        WithLoss((s, y) =>
            (1 - y) * s + Math.Max(-s, 0) + Math.Log(Math.Exp(-Math.Max(-s, 0)) + Math.Exp(-Math.Max(s, 0)))),
        WithLoss((s, y) => (float)Stable(s, y)),
        WithSlope((s, y) => s >= 0 ? 1 / (1 + Math.Exp(-s)) - y : Math.Exp(s) / (1 + Math.Exp(s)) - y),
        WithSlope((s, y) => 0.5 + 0.5 * Math.Tanh(s / 2) - y),
        (s, y) => (new BinaryCrossEntropy<double>().Value(s, y), (Matrix.Sigmoid(s) - y) / s.Columns),
    };

    [Theory]
    [MemberData(nameof(RightWays), DisableDiscoveryEnumeration = true)]
    public void Right_answers_are_accepted_in_every_stable_form(Loss answer)
    {
        Verdict verdict = Check.LogisticLoss(answer);
        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    [Fact]
    public void The_naive_form_is_told_that_it_is_right_for_ordinary_logits()
    {
        Verdict verdict =
            Check.LogisticLoss(WithLoss((s, y) => -(y * Math.Log(Sigmoid(s)) + (1 - y) * Math.Log(1 - Sigmoid(s)))));
        Assert.Equal("The loss is right for the logits 2, −1, 0.5, but not for the logits 40 and −40.",
            verdict.Message);
    }

    [Fact]
    public void A_finite_wrong_answer_is_not_confused_with_a_mistake_that_gives_infinity()
    {
        Verdict verdict = Check.LogisticLoss(WithLoss((s, y) => Math.Abs(s) > 700 ? Stable(s, y) + 1 : Stable(s, y)));
        Assert.False(verdict.IsCorrect);
        Assert.Null(verdict.LikelyMistake);
    }

    [Fact]
    public void Nothing_too_few_an_exception_and_another_signature_give_a_verdict()
    {
        Assert.Contains("`null`", Check.LogisticLoss((s, y) => (Each(s, y, Stable).Mean(), null!)).Message,
            StringComparison.Ordinal);
        Assert.Contains("must be 1 × 3",
            Check.LogisticLoss((s, y) => (Each(s, y, Stable).Mean(), Matrix.Zeros<double>(3, 1))).Message,
            StringComparison.Ordinal);
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.LogisticLoss((s, y) => (s[0, 99], s)).State);
        Assert.Equal(VerdictState.NotYet, Check.LogisticLoss(null).State);
        Assert.Contains("`double (double, double)`", Check.LogisticLoss((double s, double y) => s).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_loss_alone_is_judged_the_same_way()
    {
        Assert.True(Check.CrossEntropy((s, y) => Each(s, y, Stable).Mean()).IsCorrect);
        Assert.Contains("the sum over the examples",
            Check.CrossEntropy((s, y) => Each(s, y, Stable).Sum()).LikelyMistake, StringComparison.Ordinal);
        Assert.Contains("e^s overflows",
            Check.CrossEntropy((s, y) => Each(s, y, (s, y) => Math.Log(1 + Math.Exp(s)) - y * s).Mean()).LikelyMistake,
            StringComparison.Ordinal);
    }
}
