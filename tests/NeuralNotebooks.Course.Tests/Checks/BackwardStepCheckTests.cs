using StepBack = System.Func<
    NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>,
        NeuralNotebooks.Matrix<double>,
    System.Func<NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>>, NeuralNotebooks.Matrix<double>>;

namespace NeuralNotebooks.Course.Tests;

public class BackwardStepCheckTests
{
    public static TheoryData<string, StepBack> Mutants() => new()
    {
        { "rows and columns are exchanged", (d, W, Z, A, g) => (d.Transpose() * W).Hadamard(g(Z).Transpose()) },
        { "The sign is wrong", (d, W, Z, A, g) => -(W.Transpose() * d).Hadamard(g(Z)) },
        { "2 times what it should be", (d, W, Z, A, g) => 2 * (W.Transpose() * d).Hadamard(g(Z)) },
        { "shapes do not fit", (d, W, Z, A, g) => d * W },
        { "the elementwise product ⊙ is meant", (d, W, Z, A, g) => Z * A },
        { "both shapes must be equal", (d, W, Z, A, g) => d.Hadamard(W) },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void Each_known_mistake_is_caught_and_named(string phrase, StepBack mutant)
    {
        Verdict verdict = Check.BackwardStep(mutant);

        Assert.False(verdict.IsCorrect);
        Assert.Contains(phrase, verdict.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<StepBack> RightWays() => new()
    {
        (d, W, Z, A, g) => (W.Transpose() * d).Hadamard(g(Z)),
        (d, W, Z, A, g) => g(Z).Hadamard((d.Transpose() * W).Transpose()),
        (d, W, Z, A, g) => (W.To<float>().Transpose() * d.To<float>()).Hadamard(g(Z).To<float>()).To<double>(),
        OneExampleAtATime,
    };

    [Theory]
    [MemberData(nameof(RightWays), DisableDiscoveryEnumeration = true)]
    public void Right_answers_are_accepted(StepBack answer) =>
        Assert.True(Check.BackwardStep(answer).IsCorrect, Check.BackwardStep(answer).ToString());

    [Fact]
    public void Other_types_null_and_NaN_get_a_verdict()
    {
        Assert.Equal(VerdictState.NotYet, Check.BackwardStep(null).State);
        Assert.Contains("StepBack", Check.BackwardStep((Matrix<double> A) => A).Message, StringComparison.Ordinal);
        Assert.Contains("`null`", Check.BackwardStep((d, W, Z, A, g) => null!).Message, StringComparison.Ordinal);
        Assert.Contains("not a finite number", Check.BackwardStep((d, W, Z, A, g) => Z / 0.0).LikelyMistake,
            StringComparison.Ordinal);
        Assert.Contains("threw",
            Check.BackwardStep((d, W, Z, A, g) => throw new InvalidOperationException("boom")).Message,
            StringComparison.Ordinal);
    }

    /// <summary>(diag(g′) Wᵀ) δ, one example after the other.</summary>
    private static Matrix<double> OneExampleAtATime(Matrix<double> d, Matrix<double> W, Matrix<double> Z,
        Matrix<double> A, Func<Matrix<double>, Matrix<double>> g)
    {
        Matrix<double> delta = Matrix.Zeros<double>(Z.Rows, Z.Columns);
        for (int i = 0; i < Z.Columns; i++)
        {
            Matrix<double> slope = g(Z.Column(i)), diagonal = Matrix.Identity<double>(Z.Rows);
            for (int u = 0; u < Z.Rows; u++)
                diagonal[u, u] = slope[u, 0];
            (diagonal * W.Transpose() * d.Column(i)).CopyTo(delta.Column(i));
        }

        return delta;
    }
}
