using Circuit = System.Func<double, double, double, (double L, double dx, double dy, double dz)>;

namespace NeuralNotebooks.Course.Tests;

public class TwoPathsTests
{
    private static (double L, double dx, double dy, double dz) Right(double x, double y, double z)
    {
        double s = x * y, t = x + z;
        return (s * t, y * t + s, x * t, s);
    }

    public static TheoryData<string, Circuit> Mutants() => new()
    {
        { "The sign is wrong", (x, y, z) => Right(x, y, z) with { dx = -(y * (x + z) + x * y) } },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void Each_known_mistake_is_caught_and_named(string phrase, Circuit mutant)
    {
        Verdict verdict = Check.TwoPaths(mutant);
        Assert.False(verdict.IsCorrect);
        Assert.Contains(phrase, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    public static TheoryData<Circuit> RightWays() => new()
    {
        Right,
        (x, y, z) => (x * x * y + x * y * z, 2 * x * y + y * z, x * x + x * z, x * y),
        (x, y, z) =>
            ((float)x * (float)y * (float)(x + z), (float)y * (float)(x + z) + (float)x * (float)y,
            (float)x * (float)(x + z), (float)x * (float)y),
        (x, y, z) =>
        {
            Value vx = x, vy = y, vz = z, L = vx * vy * (vx + vz);
            L.Backward();
            return (L.Data, vx.Gradient, vy.Gradient, vz.Gradient);
        },
    };

    [Theory]
    [MemberData(nameof(RightWays), DisableDiscoveryEnumeration = true)]
    public void Right_answers_are_accepted(Circuit answer) =>
        Assert.Equal(VerdictState.Correct, Check.TwoPaths(answer).State);

    [Fact]
    public void An_answer_that_is_right_only_for_the_notebook_s_numbers_is_not_accepted()
    {
        Verdict verdict = Check.TwoPaths((_, _, _) => (-42, -27, 14, -6));
        Assert.Equal("L is right for x = 2, y = −3, z = 5, but not for x = −1.5, y = 4, z = 0.5.", verdict.Message);
    }

    [Fact]
    public void A_loss_that_is_still_missing_is_named()
    {
        Verdict verdict = Check.TwoPaths((x, _, _) => (0, x, 0, 0));
        Assert.Equal(VerdictState.NotYet, verdict.State);
        Assert.Contains("L is still 0", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Throwing_null_and_other_types_get_a_verdict()
    {
        Assert.Equal(VerdictState.CouldNotBeChecked,
            Check.TwoPaths((_, _, _) => throw new InvalidOperationException("no")).State);
        Assert.Contains("not a finite number", Check.TwoPaths((_, _, _) => (double.NaN, 0, 0, 0)).LikelyMistake,
            StringComparison.Ordinal);
        Assert.Equal(VerdictState.NotYet, Check.TwoPaths(null).State);
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.TwoPaths((double x) => x).State);
    }
}
