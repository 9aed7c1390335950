using Preactivation = System.Func<NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>,
    NeuralNotebooks.Matrix<double>>;

namespace NeuralNotebooks.Course.Tests;

public class TranslationTests
{
    public static TheoryData<Preactivation> RightOnes() => new()
    {
        (w, A) => w.Transpose() * A,
        (w, A) => (A.Transpose() * w).Transpose(),
        (w, A) => (w.To<float>().Transpose() * A.To<float>()).To<double>(),
        (w, A) =>
        {
            Matrix<double> Z = Matrix.Zeros<double>(w.Columns, A.Columns);
            for (int i = w.Rows - 1; i >= 0; i--)
                for (int j = 0; j < w.Columns; j++)
                    for (int k = 0; k < A.Columns; k++)
                        Z[j, k] += A[i, k] * w[i, j];
            return Z;
        },
    };

    [Theory]
    [MemberData(nameof(RightOnes), DisableDiscoveryEnumeration = true)]
    public void A_right_translation_is_accepted(Preactivation answer) =>
        Assert.Equal(VerdictState.Correct, Check.Translation(answer).State);

    public static TheoryData<Preactivation, string> Mutants() => new()
    {
        { (w, A) => -(w.Transpose() * A), "sign is wrong" },
        { (w, A) => A * w, "A transpose is missing" },
        { (w, A) => w.Rows == w.Columns ? w.Transpose() * A : w * A, "one shape" },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void Each_known_mistake_is_caught_and_named(Preactivation mutant, string phrase)
    {
        Verdict verdict = Check.Translation(mutant);
        Assert.False(verdict.IsCorrect);
        Assert.Contains(phrase, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_without_a_value_get_a_verdict()
    {
        Assert.Contains("still the starter",
            Check.Translation((w, A) => Matrix.Zeros<double>(w.Columns, A.Columns)).Message, StringComparison.Ordinal);
        Assert.Contains("must be 2 × 3", Check.Translation((w, A) => Matrix.Row(1, 2)).Message,
            StringComparison.Ordinal);
        Assert.Contains("not a finite number", Check.Translation((w, A) => double.NaN * A).LikelyMistake,
            StringComparison.Ordinal);
        Assert.Equal(VerdictState.NotYet, Check.Translation((w, A) => null!).State);
        Assert.Equal(VerdictState.NotYet, Check.Translation(null).State);
        Assert.Equal(VerdictState.CouldNotBeChecked,
            Check.Translation((w, A) => throw new InvalidOperationException()).State);
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.Translation((Matrix<double> w) => w).State);
    }
}
