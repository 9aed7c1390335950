using Boundary = System.Func<double, double, double, double, double>;

namespace NeuralNotebooks.Course.Tests;

public class BoundaryInCentimetresCheckTests
{
    public static TheoryData<string, Boundary> Mutants() => new()
    {
        { "2 times", (w, b, μ, σ) => 2 * (μ - σ * b / w) },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void Each_known_mistake_is_caught_and_named(string phrase, Boundary mutant)
    {
        Verdict verdict = Check.BoundaryInCentimetres(mutant);
        Assert.False(verdict.IsCorrect);
        Assert.Contains(phrase, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    public static TheoryData<Boundary> RightWays() => new()
    {
        (w, b, μ, σ) => μ - σ * b / w,
        (w, b, μ, σ) => -(b / w) * σ + μ,
        (w, b, μ, σ) => -(b - w * μ / σ) / (w / σ),
        (w, b, μ, σ) => (float)(μ + σ * (-b / w)),
    };

    [Theory]
    [MemberData(nameof(RightWays), DisableDiscoveryEnumeration = true)]
    public void Right_answers_are_accepted_whatever_the_order_of_operations(Boundary answer) =>
        Assert.Equal(VerdictState.Correct, Check.BoundaryInCentimetres(answer).State);

    [Fact]
    public void Not_a_number_an_exception_and_another_signature_give_a_verdict()
    {
        Assert.Contains("not a finite number", Check.BoundaryInCentimetres((w, b, _, _) => b / 0).LikelyMistake,
            StringComparison.Ordinal);
        Assert.Equal(VerdictState.CouldNotBeChecked,
            Check.BoundaryInCentimetres((_, _, _, _) => throw new InvalidOperationException("no")).State);
        Assert.Equal(VerdictState.NotYet, Check.BoundaryInCentimetres(null).State);
        Assert.Contains("`double (double)`", Check.BoundaryInCentimetres((double w) => w).Message,
            StringComparison.Ordinal);
    }
}
