namespace NeuralNotebooks.Course.Tests;

public class ClipGradientTests
{
    [Fact]
    public void The_whole_gradient_scaled_to_the_limit_is_correct()
    {
        Verdict verdict = Check.ClipGradient((g, c) => Scaled(g, Math.Min(1, c / Math.Max(1e-300, Norm(g)))));

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    public static TheoryData<string, Func<double[], double, double[]>> Mutants => new()
    {
        { "Each slope was clipped on its own", (g, c) => [.. g.Select(slope => Math.Clamp(slope, -c, c))] },
        { "from above only", (g, c) => [.. g.Select(slope => Math.Min(slope, c))] },
        { "Short gradients become longer", (g, c) => Scaled(g, c / Norm(g)) },
        { "for every gradient but 0", (g, c) => Norm(g) == 0 ? g : Scaled(g, c / Norm(g)) },
        { "one of length 1", (g, c) => Norm(g) > c ? Scaled(g, 1 / Norm(g)) : g },
        { "The root is missing", (g, c) => g.Sum(s => s * s) > c ? Scaled(g, c / g.Sum(s => s * s)) : g },
        { "upside down", (g, c) => Norm(g) > c ? Scaled(g, Norm(g) / c) : g },
        { "sum of the magnitudes", (g, c) => g.Sum(Math.Abs) > c ? Scaled(g, c / g.Sum(Math.Abs)) : g },
        { "the largest slope", (g, c) => g.Max(Math.Abs) > c ? Scaled(g, c / g.Max(Math.Abs)) : g },
        { "largest slope with c. Compare", (g, c) => g.Max(Math.Abs) > c ? Scaled(g, c / Norm(g)) : g },
        { "thrown away", (g, c) => Norm(g) > c ? new double[g.Length] : g },
        { "has not changed", (g, c) => g },
        { "the wrong way round", (g, c) => Norm(g) < c ? Scaled(g, c / Norm(g)) : g },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void A_wrong_gradient_is_named(string sentence, Func<double[], double, double[]> mutant)
    {
        Verdict verdict = Check.ClipGradient(mutant);

        Assert.False(verdict.IsCorrect);
        Assert.Contains(sentence, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    private static double Norm(double[] g) => Math.Sqrt(g.Sum(slope => slope * slope));

    private static double[] Scaled(double[] g, double factor) => [.. g.Select(slope => slope * factor)];
}
