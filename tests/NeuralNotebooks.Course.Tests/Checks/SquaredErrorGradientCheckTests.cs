using Gradient = System.Func<
    NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>,
        NeuralNotebooks.Matrix<double>,
    (NeuralNotebooks.Matrix<double> dw, NeuralNotebooks.Matrix<double> db)>;

namespace NeuralNotebooks.Course.Tests;

public class SquaredErrorGradientCheckTests
{
    private static (Matrix<double>, Matrix<double>) From(Matrix<double> ds, Matrix<double> X) =>
        (ds * X.Transpose(), ds.RowSums());

    /// <summary>What a student might hand in, with a phrase that the verdict must contain.</summary>
    public static TheoryData<string, Gradient> Mutants() => new()
    {
        { "of two integers is 0", (w, b, X, y) => From(1 / X.Columns * (w * X + b - y), X) },
        { "∂L/∂w is right. ",
            (w, b, X, y) => From((w * X + b - y) / X.Columns, X) with { Item2 = (w * X + b - y) / X.Columns } },
        { "7 times", (w, b, X, y) => From(7.0 / X.Columns * (w * X + b - y), X) },
    };

    private static (Matrix<double>, Matrix<double>) Same(Matrix<double> slope) => (slope, slope);

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void Each_known_mistake_is_caught_and_named(string phrase, Gradient mutant)
    {
        Verdict verdict = Check.SquaredErrorGradient(mutant);
        Assert.False(verdict.IsCorrect);
        Assert.Contains(phrase, verdict.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<Gradient> RightWays() => new()
    {
        (w, b, X, y) => From((w * X + b - y) / X.Columns, X),
        (w, b, X, y) => (-1.0 / X.Columns * ((y - w * X - b) * X.Transpose()), -(y - w * X - b).RowMeans()),
        (w, b, X, y) =>
            (((w * X + b - y) * X.Transpose()).Map(slope => slope / X.Columns), Matrix.Column((w * X + b - y).Mean())),
        (w, b, X, y) => From(((w * X + b - y) / X.Columns).To<float>().To<double>(), X),
    };

    [Theory]
    [MemberData(nameof(RightWays), DisableDiscoveryEnumeration = true)]
    public void Right_answers_are_accepted_whatever_the_order_of_operations_and_the_rounding(Gradient answer) =>
        Assert.Equal(VerdictState.Correct, Check.SquaredErrorGradient(answer).State);

    [Fact]
    public void A_hard_coded_number_of_features_is_noticed()
    {
        Verdict verdict = Check.SquaredErrorGradient((w, b, X, y) =>
            (Matrix.Row(((w * X + b - y).Hadamard(X) / X.Columns).Sum()), (w * X + b - y).RowMeans()));
        Assert.Equal(VerdictState.CouldNotBeChecked, verdict.State);
        Assert.Contains("`X.Rows`", verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_infinity_an_exception_and_another_signature_give_a_verdict()
    {
        Assert.Contains("`null`", Check.SquaredErrorGradient((_, _, _, _) => (null!, null!)).Message,
            StringComparison.Ordinal);
        Assert.Equal(VerdictState.NotYet, Check.SquaredErrorGradient(null).State);
        Assert.Contains("not a finite number",
            Check.SquaredErrorGradient((w, b, X, y) => From((w * X + b - y) / 0, X)).LikelyMistake,
            StringComparison.Ordinal);
        Assert.Contains("transpose",
            Check.SquaredErrorGradient((w, b, X, y) => Same((w * X + b - y) * X)).LikelyMistake,
            StringComparison.Ordinal);
        Assert.Contains("`Matrix<double> (Matrix<double>)`",
            Check.SquaredErrorGradient((Matrix<double> w) => w).Message, StringComparison.Ordinal);
    }
}
