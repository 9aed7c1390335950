using UnitFunction = System.Func<int, double[], NeuralNotebooks.Matrix<double>, double[], System.Func<double, double>,
    double>;

namespace NeuralNotebooks.Course.Tests;

public class UnitGradientCheckTests
{
    public static TheoryData<string, UnitFunction> Mutants() => new()
    {
        { "The sign is wrong", (u, next, w, z, g) => -g(z[u]) * Sum(next, k => next[k] * w[k, u]) },
        { "outside a matrix or an array", (u, next, w, z, g) => next[3] },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void Each_known_mistake_is_caught_and_named(string phrase, UnitFunction mutant)
    {
        Verdict verdict = Check.UnitGradient(mutant);

        Assert.False(verdict.IsCorrect);
        Assert.Contains(phrase, verdict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_activation_for_its_derivative_is_named_where_the_student_knows_it()
    {
        // The cases differ in their number of units.
        static double G(double z, int units) =>
            units switch { 3 => Math.Tanh(z), 4 => 1 / (1 + Math.Exp(-z)), _ => Math.Max(0, z) };

        Verdict verdict = Check.UnitGradient((u, next, w, z, slope) =>
            G(z[u], z.Length) * Sum(next, k => next[k] * w[k, u]));

        Assert.Contains("multiplied by g(z_u)", verdict.LikelyMistake, StringComparison.Ordinal);
    }

    public static TheoryData<UnitFunction> RightWays() => new()
    {
        (u, next, w, z, g) => g(z[u]) * Sum(next, k => next[k] * w[k, u]),
        (u, next, w, z, g) => next.Select((delta, k) => delta * g(z[u]) * w[k, u]).Reverse().Sum(),
        (u, next, w, z, g) => (float)(g(z[u]) * (w.Transpose() * Matrix.Column(next))[u, 0]),
    };

    [Theory]
    [MemberData(nameof(RightWays), DisableDiscoveryEnumeration = true)]
    public void Right_answers_are_accepted(UnitFunction answer) =>
        Assert.True(Check.UnitGradient(answer).IsCorrect, Check.UnitGradient(answer).ToString());

    [Fact]
    public void The_starter_null_other_types_and_NaN_get_a_verdict()
    {
        Assert.Contains("still the starter", Check.UnitGradient((u, next, w, z, g) => 0).Message,
            StringComparison.Ordinal);
        Assert.Equal(VerdictState.NotYet, Check.UnitGradient(null).State);
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.UnitGradient((int u) => u).State);
        Assert.Contains("not a finite number", Check.UnitGradient((u, next, w, z, g) => double.NaN).LikelyMistake,
            StringComparison.Ordinal);
        Assert.Equal(VerdictState.CouldNotBeChecked,
            Check.UnitGradient((u, next, w, z, g) => throw new InvalidOperationException("boom")).State);
    }

    private static double Sum(double[] next, Func<int, double> term) => Enumerable.Range(0, next.Length).Sum(term);
}
