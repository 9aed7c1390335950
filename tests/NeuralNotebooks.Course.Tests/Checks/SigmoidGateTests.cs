namespace NeuralNotebooks.Course.Tests;

public class SigmoidGateTests
{
    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    public static TheoryData<string, Func<double, double, double>> Mutants() => new()
    {
        { "Multiply it by dz, the gradient that arrives", (z, dz) => z * (1 - z) },
        { "σ is applied twice: you took σ′ at z", (z, dz) => Sigmoid(z) * (1 - Sigmoid(z)) * dz },
        { "σ is applied twice: you took σ′ at z", (z, dz) => Math.Exp(-z) / Math.Pow(1 + Math.Exp(-z), 2) * dz },
        { "σ is applied twice, and dz is missing", (z, dz) => Sigmoid(z) * (1 - Sigmoid(z)) },
        { "You have z(1 + z). ", (z, dz) => z * (1 + z) * dz },
        { "You have z(1 + z), and dz is missing", (z, dz) => z * (1 + z) },
        { "The sign is wrong: z(z − 1)", (z, dz) => z * (z - 1) * dz },
        { "multiplied by z only", (z, dz) => z * dz },
        { "multiplied by 1 − z only", (z, dz) => (1 - z) * dz },
        { "multiplied by z twice", (z, dz) => z * z * dz },
        { "the slope of tanh", (z, dz) => (1 - z * z) * dz },
        { "at its steepest point", (z, dz) => 0.25 * dz },
        { "dz unchanged", (z, dz) => dz },
        { "You added dz", (z, dz) => z * (1 - z) + dz },
        { "You divided by the slope", (z, dz) => dz / (z * (1 - z)) },
        { "This is σ(z)·dz", (z, dz) => Sigmoid(z) * dz },
        { "Brackets are missing", (z, dz) => dz * z * 1 - z },
        { "Brackets are missing", (z, dz) => z * 1 - z * dz },
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
    public void Right_answers_are_accepted(Func<double, double, double> answer) => Assert.Equal(VerdictState.Correct, Check.SigmoidGate(answer).State);

    [Fact]
    public void Throwing_null_and_other_types_get_a_verdict()
    {
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.SigmoidGate((_, _) => throw new InvalidOperationException("no")).State);
        Assert.Contains("not a finite number", Check.SigmoidGate((_, _) => double.NaN).LikelyMistake, StringComparison.Ordinal);
        Assert.Equal(VerdictState.NotYet, Check.SigmoidGate(null).State);
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.SigmoidGate((double z) => z * (1 - z)).State);
    }
}
