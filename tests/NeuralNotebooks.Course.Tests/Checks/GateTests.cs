namespace NeuralNotebooks.Course.Tests;

public class GateTests
{
    private static Verdict Product(Func<double[], double, double[]?> backward) =>
        Check.Gate(x => x[0] * x[1], backward, [3, -1], [0, 5], [-2, 0.5]);

    public static TheoryData<string, Func<double[], double, double[]>> Mutants() => new()
    {
        { "the slopes of the gate itself", (x, dz) => [x[1], x[0]] },
        { "You added dz", (x, dz) => [x[1] + dz, x[0] + dz] },
        { "in the opposite order", (x, dz) => [dz * x[0], dz * x[1]] },
        { "An input that is 0 gets no gradient", (x, dz) => [x[0] == 0 ? 0 : dz * x[1], x[1] == 0 ? 0 : dz * x[0]] },
        { "the backward pass of a + gate", (x, dz) => [dz, dz] },
        { "The sign is wrong", (x, dz) => [-dz * x[1], -dz * x[0]] },
        { "3 times what it should be", (x, dz) => [3 * dz * x[1], 3 * dz * x[0]] },
        { "not a finite number", (x, dz) => [dz * x[0] * x[1] / x[0], dz * x[0]] },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void Each_known_mistake_is_caught_and_named(string phrase, Func<double[], double, double[]> mutant)
    {
        Verdict verdict = Product(mutant);
        Assert.False(verdict.IsCorrect);
        Assert.Contains(phrase, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void Right_answers_are_accepted_for_any_gate()
    {
        Assert.True(Product((x, dz) => [dz * x[1], dz * x[0]]).IsCorrect);
        Assert.True(Check.Gate(x => Math.Max(x[0], Math.Max(x[1], x[2])), (x, dz) =>
            [.. x.Select(v => v == x.Max() ? dz : 0)], [1, 7, -3], [-1, -2, -5]).IsCorrect);
    }

    [Fact]
    public void Throwing_null_and_a_wrong_number_of_gradients_get_a_verdict()
    {
        Assert.Equal(VerdictState.CouldNotBeChecked,
            Product((_, _) => throw new InvalidOperationException("no")).State);
        Assert.StartsWith("This is still the starter", Product((_, _) => throw new NotImplementedException()).Message,
            StringComparison.Ordinal);
        Assert.Equal(VerdictState.NotYet, Product((_, _) => null).State);
        Assert.Contains("it must be 2 × 1", Product((x, dz) => [dz * x[1]]).Message, StringComparison.Ordinal);
    }
}
