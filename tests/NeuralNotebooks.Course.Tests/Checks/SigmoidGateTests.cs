namespace NeuralNotebooks.Course.Tests;

public class SigmoidGateTests
{
    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    public static TheoryData<string, Func<double, double, double>> Mutants() => new()
    {
        { "look for a constant factor", (z, dz) => 2 * z * (1 - z) * dz },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void Each_known_mistake_is_caught_and_named(string phrase, Func<double, double, double> mutant)
    {
        Verdict verdict = Check.SigmoidGate(mutant);
        Assert.False(verdict.IsCorrect);
        Assert.Contains(phrase, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    public static TheoryData<Func<double, double, double>> RightWays() => new()
    {
        (z, dz) => dz * z * (1 - z),
        (z, dz) => (z - z * z) * dz,
        (z, dz) => (float)z * (1 - (float)z) * (float)dz,
        (z, dz) =>
        {
            Value x = Math.Log(z / (1 - z));   // σ(x) = z
            (Value.Sigmoid(x) * dz).Backward();
            return x.Gradient;
        },
    };

    [Theory]
    [MemberData(nameof(RightWays), DisableDiscoveryEnumeration = true)]
    public void Right_answers_are_accepted(Func<double, double, double> answer) =>
        Assert.Equal(VerdictState.Correct, Check.SigmoidGate(answer).State);

    [Fact]
    public void Throwing_null_and_other_types_get_a_verdict()
    {
        Assert.Equal(VerdictState.CouldNotBeChecked,
            Check.SigmoidGate((_, _) => throw new InvalidOperationException("no")).State);
        Assert.Contains("not a finite number", Check.SigmoidGate((_, _) => double.NaN).LikelyMistake,
            StringComparison.Ordinal);
        Assert.Equal(VerdictState.NotYet, Check.SigmoidGate(null).State);
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.SigmoidGate((double z) => z * (1 - z)).State);
    }
}
