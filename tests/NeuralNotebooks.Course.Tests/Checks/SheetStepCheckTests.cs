using SheetStep = System.Func<
    NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>,
        NeuralNotebooks.Matrix<double>,
    System.Func<NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>>,
    (NeuralNotebooks.Matrix<double> delta, NeuralNotebooks.Matrix<double> nabla)>;

namespace NeuralNotebooks.Course.Tests;

public class SheetStepCheckTests
{
    private static (Matrix<double> delta, Matrix<double> nabla) Right(Matrix<double> d, Matrix<double> W,
        Matrix<double> a, Matrix<double> slope) =>
        (slope.Hadamard(W * d), a * d.Transpose());

    public static TheoryData<string, SheetStep> Mutants() => new()
    {
        { "The sign is wrong", (d, W, z, a, g) => Right(-d, W, a, g(z)) },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void Each_known_mistake_is_caught_and_named(string phrase, SheetStep mutant)
    {
        Verdict verdict = Check.SheetStep(mutant);

        Assert.False(verdict.IsCorrect);
        Assert.Contains(phrase, verdict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_right_answer_is_accepted() =>
        Assert.True(Check.SheetStep((d, W, z, a, g) => Right(d, W, a, g(z))).IsCorrect);
}
