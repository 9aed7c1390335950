using Backward = System.Func<double, double, double, double, (double dx, double dy, double dw)>;

namespace NeuralNotebooks.Course.Tests;

public class ProductGateTests
{
    private static (double dx, double dy, double dw) Right(double x, double y, double w, double dz) =>
        (y * w * dz, x * w * dz, x * y * dz);

    public static TheoryData<string, Backward> Mutants() => new()
    {
        { "The sign is wrong", (x, y, w, dz) => (-y * w * dz, -x * w * dz, -x * y * dz) },
        { "look for a constant factor", (x, y, w, dz) => (2 * y * w * dz, 2 * x * w * dz, 2 * x * y * dz) },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void Each_known_mistake_is_caught_and_named(string phrase, Backward mutant)
    {
        Verdict verdict = Check.ProductGate(mutant);
        Assert.False(verdict.IsCorrect);
        Assert.Contains(phrase, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    public static TheoryData<string, Backward> Exchanges() => new()
    {
        { "dx and dy", (x, y, w, dz) => (x * w * dz, y * w * dz, x * y * dz) },
        { "dx and dw", (x, y, w, dz) => (x * y * dz, x * w * dz, y * w * dz) },
        { "dy and dw", (x, y, w, dz) => (y * w * dz, x * y * dz, x * w * dz) },
    };

    [Theory]
    [MemberData(nameof(Exchanges), DisableDiscoveryEnumeration = true)]
    public void Two_swapped_results_are_named_once(string both, Backward mutant) =>
        Assert.Equal($"Almost. {both} are swapped: return them in the order of the starter.",
            Check.ProductGate(mutant).ToString());

    public static TheoryData<Backward> RightWays() => new()
    {
        Right,
        (x, y, w, dz) => (dz * w * y, w * (dz * x), y * x * dz),
        (x, y, w, dz) =>
            ((float)y * (float)w * (float)dz, (float)x * (float)w * (float)dz, (float)x * (float)y * (float)dz),
        (x, y, w, dz) =>
        {
            Value vx = x, vy = y, vw = w;
            (vx * vy * vw * dz).Backward();
            return (vx.Gradient, vy.Gradient, vw.Gradient);
        },
    };

    [Theory]
    [MemberData(nameof(RightWays), DisableDiscoveryEnumeration = true)]
    public void Right_answers_are_accepted(Backward answer) =>
        Assert.Equal(VerdictState.Correct, Check.ProductGate(answer).State);

    [Fact]
    public void Forgetting_what_arrives_is_almost_right_and_shows_both_numbers()
    {
        Verdict verdict = Check.ProductGate((x, y, w, dz) => (y * w, x * w, x * y));
        Assert.Equal(VerdictState.Almost, verdict.State);
        Assert.Equal("dx is not right yet for x = 0.5, y = −2, w = 4, dz = 2.", verdict.Message);
        Assert.Equal("yours −8, expected −16", verdict.FirstDifference);
    }

    [Fact]
    public void What_is_already_right_is_mentioned_first() =>
        Assert.StartsWith("dx and dy are right.",
            Check.ProductGate((x, y, w, dz) => Right(x, y, w, dz) with { dw = 0 }).Message, StringComparison.Ordinal);

    [Fact]
    public void Throwing_null_and_other_types_get_a_verdict()
    {
        Assert.Contains("InvalidOperationException: no",
            Check.ProductGate((_, _, _, _) => throw new InvalidOperationException("no")).Message,
            StringComparison.Ordinal);
        Assert.Contains("not a finite number", Check.ProductGate((_, _, _, _) => (double.NaN, 0, 0)).LikelyMistake,
            StringComparison.Ordinal);
        Assert.Equal(VerdictState.NotYet, Check.ProductGate(null).State);
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.ProductGate((double x, double y) => x * y).State);
    }
}
