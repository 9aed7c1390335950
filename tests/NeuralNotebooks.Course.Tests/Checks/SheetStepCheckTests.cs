using SheetStep = System.Func<
    NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>,
    System.Func<NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>>,
    (NeuralNotebooks.Matrix<double> delta, NeuralNotebooks.Matrix<double> nabla)>;

namespace NeuralNotebooks.Course.Tests;

public class SheetStepCheckTests
{
    private static (Matrix<double> delta, Matrix<double> nabla) Right(Matrix<double> d, Matrix<double> W, Matrix<double> a, Matrix<double> slope) =>
        (slope.Hadamard(W * d), a * d.Transpose());

    public static TheoryData<string, SheetStep> Mutants() => new()
    {
        { "σ′ is missing", (d, W, z, a, g) => Right(d, W, a, g(z)) with { delta = W * d } },
        { "W was transposed", (d, W, z, a, g) => Right(d, W, a, g(z)) with { delta = g(z).Hadamard(W.Transpose() * d) } },
        { "multiplied by a = σ(z)", (d, W, z, a, g) => Right(d, W, a, a) },
        { "σ′ was taken at a", (d, W, z, a, g) => Right(d, W, a, g(a)) },
        { "multiplied by z itself", (d, W, z, a, g) => Right(d, W, a, z) },
        { "is a row. The sheet's δ", (d, W, z, a, g) => Right(d, W, a, g(z)) with { delta = Right(d, W, a, g(z)).delta.Transpose() } },
        { "This is δaᵀ", (d, W, z, a, g) => Right(d, W, a, g(z)) with { nabla = d * a.Transpose() } },
        { "the δ of the layer before", (d, W, z, a, g) => Right(d, W, a, g(z)) with { nabla = a * Right(d, W, a, g(z)).delta.Transpose() } },
        { "z stands where a belongs", (d, W, z, a, g) => Right(d, W, a, g(z)) with { nabla = z * d.Transpose() } },
        { "is a label, not a factor", (d, W, z, a, g) => Right(d, W, a, g(z)) with { nabla = a * d.Hadamard(d).Transpose() } },
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
