using RowStep = System.Func<
    NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>,
        NeuralNotebooks.Matrix<double>,
    System.Func<NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>>,
    (NeuralNotebooks.Matrix<double> row, NeuralNotebooks.Matrix<double> dW, NeuralNotebooks.Matrix<double> db)>;

namespace NeuralNotebooks.Course.Tests;

public class RowStepCheckTests
{
    private static (Matrix<double> row, Matrix<double> dW, Matrix<double> db) From(Matrix<double> deltaRow,
        Matrix<double> W, Matrix<double> h) =>
        (deltaRow * W, deltaRow.Transpose() * h.Transpose(), deltaRow.Transpose());

    private static Matrix<double> Bridge(Matrix<double> row, Matrix<double> slope) => row.Hadamard(slope.Transpose());

    public static TheoryData<string, RowStep> Mutants() => new()
    {
        { "The sign is wrong", (row, s, W, h, g) => From(-Bridge(row, g(s)), W, h) },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void Each_known_mistake_is_caught_and_named(string phrase, RowStep mutant)
    {
        Verdict verdict = Check.RowStep(mutant);

        Assert.False(verdict.IsCorrect);
        Assert.Contains(phrase, verdict.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<RowStep> RightWays() => new()
    {
        (row, s, W, h, g) => From(Bridge(row, g(s)), W, h),
        (row, s, W, h, g) =>
            ((W.Transpose() * row.Transpose().Hadamard(g(s))).Transpose(),
            g(s).Hadamard(row.Transpose()) * h.Transpose(), g(s).Hadamard(row.Transpose())),
    };

    [Theory]
    [MemberData(nameof(RightWays), DisableDiscoveryEnumeration = true)]
    public void Right_answers_are_accepted(RowStep answer) =>
        Assert.True(Check.RowStep(answer).IsCorrect, Check.RowStep(answer).ToString());
}
