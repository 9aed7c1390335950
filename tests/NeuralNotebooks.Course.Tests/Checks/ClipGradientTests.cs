namespace NeuralNotebooks.Course.Tests;

public class ClipGradientTests
{
    [Fact]
    public void The_whole_gradient_scaled_to_the_limit_is_correct()
    {
        Verdict verdict = Check.ClipGradient((g, c) => Scaled(g, Math.Min(1, c / Math.Max(1e-300, Norm(g)))));

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    private static double Norm(double[] g) => Math.Sqrt(g.Sum(slope => slope * slope));

    private static double[] Scaled(double[] g, double factor) => [.. g.Select(slope => slope * factor)];
}
