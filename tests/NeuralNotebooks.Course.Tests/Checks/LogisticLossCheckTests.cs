using Loss = System.Func<NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, (double loss, NeuralNotebooks.Matrix<double> ds)>;

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
    private static Loss WithLoss(Func<double, double, double> loss) => (s, y) => (Each(s, y, loss).Mean(), Each(s, y, (z, t) => Sigmoid(z) - t) / s.Columns);

    /// <summary>The right loss, and slopes of one logit with its label.</summary>
    private static Loss WithSlope(Func<double, double, double> slope) => (s, y) => (Each(s, y, Stable).Mean(), Each(s, y, slope) / s.Columns);

    public static TheoryData<string, Loss> Mutants() => new()
    {
        { "Divide by m", (s, y) => (Each(s, y, Stable).Sum(), s) },
        { "The first example is left out", (s, y) => ((Each(s, y, Stable).Sum() - Stable(s[0, 0], y[0, 0])) / s.Columns, s) },
        { "The last example is left out", (s, y) => ((Each(s, y, Stable).Sum() - Stable(s[0, s.Columns - 1], y[0, y.Columns - 1])) / s.Columns, s) },
        { "Brackets are missing", (s, y) => (Each(s, y, Stable).Mean(), s.Map(Sigmoid) - y / s.Columns) },
        { "log-likelihood, which one wants large", WithLoss((s, y) => -Stable(s, y)) },
        { "ln 0 is −∞", WithLoss((s, y) => -(y * Math.Log(Sigmoid(s)) + (1 - y) * Math.Log(1 - Sigmoid(s)))) },
        { "ln 0 is −∞", WithLoss((s, y) => -y * Math.Log(Sigmoid(s)) - (1 - y) * Math.Log(1 - Sigmoid(s))) },
        { "naive form with its sign turned", WithLoss((s, y) => y * Math.Log(Sigmoid(s)) + (1 - y) * Math.Log(1 - Sigmoid(s))) },
        { "keep ŷ away from 0 and 1", WithLoss((s, y) => -(y * Math.Log(Sigmoid(s) + 1e-12) + (1 - y) * Math.Log(1 - Sigmoid(s) + 1e-12))) },
        { "keep ŷ away from 0 and 1", WithLoss((s, y) => Math.Clamp(Sigmoid(s), 1e-15, 1 - 1e-15) is var p ? -(y * Math.Log(p) + (1 - y) * Math.Log(1 - p)) : 0) },
        { "e^s overflows", WithLoss((s, y) => -(y * s - Math.Log(1 + Math.Exp(s)))) },
        { "and the sign is that of the log-likelihood", WithLoss((s, y) => y * s - Math.Log(1 + Math.Exp(s))) },
        { "absolute value is missing", WithLoss((s, y) => Math.Max(s, 0) - y * s + double.LogP1(Math.Exp(-s))) },
        { "minus is missing in the exponent", WithLoss((s, y) => Math.Max(s, 0) - y * s + double.LogP1(Math.Exp(Math.Abs(s)))) },
        { "max(s, 0) is missing", WithLoss((s, y) => -y * s + double.LogP1(Math.Exp(-Math.Abs(s)))) },
        { "not min(s, 0)", WithLoss((s, y) => Math.Min(s, 0) - y * s + double.LogP1(Math.Exp(-Math.Abs(s)))) },
        { "not |s|", WithLoss((s, y) => Math.Abs(s) - y * s + double.LogP1(Math.Exp(-Math.Abs(s)))) },
        { "term ys is missing", WithLoss((s, y) => Math.Max(s, 0) + double.LogP1(Math.Exp(-Math.Abs(s)))) },
        { "sign of ys", WithLoss((s, y) => Math.Max(s, 0) + y * s + double.LogP1(Math.Exp(-Math.Abs(s)))) },
        { "labels are swapped", WithLoss((s, y) => Stable(s, 1 - y)) },
        { "or the sign of s", WithLoss((s, y) => Stable(-s, y)) },
        { "The logarithm is missing", WithLoss((s, y) => Math.Max(s, 0) - y * s + Math.Exp(-Math.Abs(s))) },
        { "The 1 is missing", WithLoss((s, y) => Math.Max(s, 0) - y * s + Math.Log(Math.Exp(-Math.Abs(s)))) },
        { "last term is missing", WithLoss((s, y) => Math.Max(s, 0) - y * s) },
        { "half the squared error", WithLoss((s, y) => 0.5 * (y - Sigmoid(s)) * (y - Sigmoid(s))) },
        { "This is the squared error", WithLoss((s, y) => (y - Sigmoid(s)) * (y - Sigmoid(s))) },
        { "Only the first example", (s, y) => (Stable(s[0, 0], y[0, 0]), s) },
        { "Only the last example", (s, y) => (Stable(s[0, s.Columns - 1], y[0, s.Columns - 1]) / s.Columns, s) },
        { "The loss is right. ", WithSlope((s, y) => y - Sigmoid(s)) },
        { "forgot to divide by m", (s, y) => (Each(s, y, Stable).Mean(), Each(s, y, (z, t) => Sigmoid(z) - t)) },
        { "slope of the log-likelihood", WithSlope((s, y) => y - Sigmoid(s)) },
        { "Two things", (s, y) => (Each(s, y, Stable).Mean(), Each(s, y, (z, t) => t - Sigmoid(z))) },
        { "it divides 0 by 0", WithSlope((s, y) => -(y / Sigmoid(s) - (1 - y) / (1 - Sigmoid(s))) * Sigmoid(s) * (1 - Sigmoid(s))) },
        { "with the sign of the log-likelihood", WithSlope((s, y) => (y / Sigmoid(s) - (1 - y) / (1 - Sigmoid(s))) * Sigmoid(s) * (1 - Sigmoid(s))) },
        { "∞/∞", WithSlope((s, y) => Math.Exp(s) / (1 + Math.Exp(s)) - y) },
        { "σ is missing", WithSlope((s, y) => s - y) },
        { "should not be there", WithSlope((s, y) => (Sigmoid(s) - y) * Sigmoid(s) * (1 - Sigmoid(s))) },
        { "This is ∂L/∂ŷ", WithSlope((s, y) => -(y / Sigmoid(s) - (1 - y) / (1 - Sigmoid(s)))) },
        { "factor 2", WithSlope((s, y) => 2 * (Sigmoid(s) - y)) },
        { "y is missing", WithSlope((s, y) => Sigmoid(s)) },
        { "labels are exchanged", WithSlope((s, y) => Sigmoid(s) + y - 1) },
        { "sign in σ", WithSlope((s, y) => 1 / (1 + Math.Exp(s)) - y) },
        { "added up", (s, y) => (Each(s, y, Stable).Mean(), Matrix.Column(Each(s, y, (z, t) => Sigmoid(z) - t).Mean())) },
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
        WithLoss((s, y) => (1 - y) * s + Math.Max(-s, 0) + Math.Log(Math.Exp(-Math.Max(-s, 0)) + Math.Exp(-Math.Max(s, 0)))),
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
        Verdict verdict = Check.LogisticLoss(WithLoss((s, y) => -(y * Math.Log(Sigmoid(s)) + (1 - y) * Math.Log(1 - Sigmoid(s)))));
        Assert.Equal("The loss is right for the logits 2, −1, 0.5, but not for the logits 40 and −40.", verdict.Message);
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
        Assert.Contains("`null`", Check.LogisticLoss((s, y) => (Each(s, y, Stable).Mean(), null!)).Message, StringComparison.Ordinal);
        Assert.Contains("must be 1 × 3", Check.LogisticLoss((s, y) => (Each(s, y, Stable).Mean(), Matrix.Zeros<double>(3, 1))).Message, StringComparison.Ordinal);
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.LogisticLoss((s, y) => (s[0, 99], s)).State);
        Assert.Equal(VerdictState.NotYet, Check.LogisticLoss(null).State);
        Assert.Contains("`double (double, double)`", Check.LogisticLoss((double s, double y) => s).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_loss_alone_is_judged_the_same_way()
    {
        Assert.True(Check.CrossEntropy((s, y) => Each(s, y, Stable).Mean()).IsCorrect);
        Assert.Contains("the sum over the examples", Check.CrossEntropy((s, y) => Each(s, y, Stable).Sum()).LikelyMistake, StringComparison.Ordinal);
        Assert.Contains("e^s overflows", Check.CrossEntropy((s, y) => Each(s, y, (s, y) => Math.Log(1 + Math.Exp(s)) - y * s).Mean()).LikelyMistake, StringComparison.Ordinal);
    }
}
