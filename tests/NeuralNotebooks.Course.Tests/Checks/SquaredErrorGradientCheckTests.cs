using Gradient = System.Func<
    NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>,
    (NeuralNotebooks.Matrix<double> dw, NeuralNotebooks.Matrix<double> db)>;

namespace NeuralNotebooks.Course.Tests;

public class SquaredErrorGradientCheckTests
{
    private static (Matrix<double>, Matrix<double>) From(Matrix<double> ds, Matrix<double> X) => (ds * X.Transpose(), ds.RowSums());

    /// <summary>What a student might hand in, with a phrase that the verdict must contain.</summary>
    public static TheoryData<string, Gradient> Mutants() => new()
    {
        { "forgot to divide by m", (w, b, X, y) => From(w * X + b - y, X) },
        { "Brackets are missing", (w, b, X, y) => From(w * X + b - y / X.Columns, X) },
        { "of two integers is 0", (w, b, X, y) => From(1 / X.Columns * (w * X + b - y), X) },
        { "factor 2 too many", (w, b, X, y) => From(2.0 / X.Columns * (w * X + b - y), X) },
        { "sign is wrong", (w, b, X, y) => From((y - (w * X + b)) / X.Columns, X) },
        { "½ too many", (w, b, X, y) => From((w * X + b - y) / (2 * X.Columns), X) },
        { "2 in place of the 1/m", (w, b, X, y) => From(2 * (w * X + b - y), X) },
        { "Two things: the sign is wrong (it is s − y), and you forgot to divide by m", (w, b, X, y) => From(y - (w * X + b), X) },
        { "Two things: the sign is wrong (it is s − y), and there is a factor 2", (w, b, X, y) => From(2.0 / X.Columns * (y - (w * X + b)), X) },
        { "1/m appears twice", (w, b, X, y) => From((w * X + b - y) / (X.Columns * X.Columns), X) },
        { "number of features", (w, b, X, y) => From((w * X + b - y) / X.Rows, X) },
        { "b is missing", (w, b, X, y) => From((w * X - y) / X.Columns, X) },
        { "y was not used", (w, b, X, y) => From((w * X + b) / X.Columns, X) },
        { "prediction was not used", (w, b, X, y) => From(-y / X.Columns, X) },
        { "sent s through σ", (w, b, X, y) => From((Matrix.Sigmoid(w * X + b) - y) / X.Columns, X) },
        { "not its square", (w, b, X, y) => From((w * X + b - y).Hadamard(w * X + b - y) / X.Columns, X) },
        { "not its square", (w, b, X, y) => From(0.5 / X.Columns * (w * X + b - y).Map(e => e * e), X) },
        { "absolute errors", (w, b, X, y) => From((w * X + b - y).Map(Math.Abs) / X.Columns, X) },
        { "X was not used", (w, b, X, y) => Same(((w * X + b - y) / X.Columns).RowSums()) },
        { "the transpose", (w, b, X, y) => From((w * X + b - y) / X.Columns, X) with { Item1 = X * (w * X + b - y).Transpose() / X.Columns } },
        { "not yet added up", (w, b, X, y) => From((w * X + b - y) / X.Columns, X) with { Item1 = Shares(X, (w * X + b - y) / X.Columns) } },
        { "product of sums", (w, b, X, y) => From((w * X + b - y) / X.Columns, X) with { Item1 = (w * X + b - y).RowMeans() * X.RowSums().Transpose() } },
        { "product of means", (w, b, X, y) => From((w * X + b - y) / X.Columns, X) with { Item1 = (w * X + b - y).RowMeans() * X.RowMeans().Transpose() } },
        { "w was used in place of X", (w, b, X, y) => From((w * X + b - y) / X.Columns, X) with { Item1 = (w * X + b - y).RowMeans() * w } },
        { "`=` where `+=`", (w, b, X, y) => From(((w * X + b - y) / X.Columns).Column(X.Columns - 1), X.Column(X.Columns - 1)) },
        { "inside the loop", (w, b, X, y) => From(((w * X + b - y) / X.Columns).Column(0), X.Column(0)) },
        { "∂L/∂w is right. ", (w, b, X, y) => From((w * X + b - y) / X.Columns, X) with { Item2 = (w * X + b - y) / X.Columns } },
        { "one slope for each example", (w, b, X, y) => From((w * X + b - y) / X.Columns, X) with { Item2 = (w * X + b - y) / X.Columns } },
        { "so it appears twice", (w, b, X, y) => From((w * X + b - y) / X.Columns, X) with { Item2 = ((w * X + b - y) / X.Columns).RowMeans() } },
        { "This is ∂L/∂w", (w, b, X, y) => Same((w * X + b - y) / X.Columns * X.Transpose()) },
        { "`=` where `+=`", (w, b, X, y) => From((w * X + b - y) / X.Columns, X) with { Item2 = ((w * X + b - y) / X.Columns).Column(X.Columns - 1) } },
        { "forgot to divide by m", (w, b, X, y) => From((w * X + b - y) / X.Columns, X) with { Item2 = (w * X + b - y).RowSums() } },
        { "7 times", (w, b, X, y) => From(7.0 / X.Columns * (w * X + b - y), X) },
    };

    private static (Matrix<double>, Matrix<double>) Same(Matrix<double> slope) => (slope, slope);

    private static Matrix<double> Shares(Matrix<double> X, Matrix<double> ds) => X.Hadamard(Matrix.Ones<double>(X.Rows, 1) * ds);

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
        (w, b, X, y) => (((w * X + b - y) * X.Transpose()).Map(slope => slope / X.Columns), Matrix.Column((w * X + b - y).Mean())),
        (w, b, X, y) => From(((w * X + b - y) / X.Columns).To<float>().To<double>(), X),
    };

    [Theory]
    [MemberData(nameof(RightWays), DisableDiscoveryEnumeration = true)]
    public void Right_answers_are_accepted_whatever_the_order_of_operations_and_the_rounding(Gradient answer) =>
        Assert.Equal(VerdictState.Correct, Check.SquaredErrorGradient(answer).State);

    [Fact]
    public void A_hard_coded_number_of_features_is_noticed()
    {
        Verdict verdict = Check.SquaredErrorGradient((w, b, X, y) => (Matrix.Row(((w * X + b - y).Hadamard(X) / X.Columns).Sum()), (w * X + b - y).RowMeans()));
        Assert.Equal(VerdictState.CouldNotBeChecked, verdict.State);
        Assert.Contains("`X.Rows`", verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_infinity_an_exception_and_another_signature_give_a_verdict()
    {
        Assert.Contains("`null`", Check.SquaredErrorGradient((_, _, _, _) => (null!, null!)).Message, StringComparison.Ordinal);
        Assert.Equal(VerdictState.NotYet, Check.SquaredErrorGradient(null).State);
        Assert.Contains("not a finite number", Check.SquaredErrorGradient((w, b, X, y) => From((w * X + b - y) / 0, X)).LikelyMistake, StringComparison.Ordinal);
        Assert.Contains("transpose", Check.SquaredErrorGradient((w, b, X, y) => Same((w * X + b - y) * X)).LikelyMistake, StringComparison.Ordinal);
        Assert.Contains("`Matrix<double> (Matrix<double>)`", Check.SquaredErrorGradient((Matrix<double> w) => w).Message, StringComparison.Ordinal);
    }
}
