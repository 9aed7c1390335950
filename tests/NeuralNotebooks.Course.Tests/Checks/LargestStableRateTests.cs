namespace NeuralNotebooks.Course.Tests;

public class LargestStableRateTests
{
    [Fact]
    public void Two_over_the_largest_eigenvalue_is_correct()
    {
        Verdict verdict = Check.LargestStableRate((a, b, c) =>
            2 / ((a + c) / 2 + Math.Sqrt((a - c) * (a - c) / 4 + b * b)));

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    [Fact]
    public void Other_formulas_for_the_eigenvalue_are_correct_too()
    {
        Assert.True(Check.LargestStableRate((a, b, c) =>
        {
            double trace = a + c, determinant = a * c - b * b;
            return 4 / (trace + Math.Sqrt(trace * trace - 4 * determinant));
        }).IsCorrect);
        Assert.True(Check.LargestStableRate((a, b, c) =>
            2 / MathF.Sqrt((float)(LargestByPowers(a, b, c) * LargestByPowers(a, b, c)))).IsCorrect);
    }

    public static TheoryData<string, Func<double, double, double, double>> Mutants => new()
    {
        { "sign is wrong", (a, b, c) => -2 / ((a + c) / 2 + Math.Sqrt((a - c) * (a - c) / 4 + b * b)) },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void A_wrong_rate_is_named(string sentence, Func<double, double, double, double> mutant)
    {
        Verdict verdict = Check.LargestStableRate(mutant);

        Assert.False(verdict.IsCorrect);
        Assert.Contains(sentence, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void The_starter_a_missing_function_NaN_an_exception_and_another_signature_get_a_verdict()
    {
        Assert.Contains("still the starter", Check.LargestStableRate((_, _, _) => 0).Message, StringComparison.Ordinal);
        Assert.Equal(VerdictState.NotYet, Check.LargestStableRate(null).State);
        Assert.Contains("not a finite number", Check.LargestStableRate((_, _, _) => double.NaN).LikelyMistake,
            StringComparison.Ordinal);
        Assert.Equal(VerdictState.CouldNotBeChecked,
            Check.LargestStableRate((_, _, _) => throw new NotSupportedException()).State);
        Assert.Contains("double (int)", Check.LargestStableRate((int a) => 0.08).Message, StringComparison.Ordinal);
    }

    /// <summary>
    /// The eigenvalue by power iteration: multiply a vector by the matrix until only the steepest direction is left.
    /// </summary>
    private static double LargestByPowers(double a, double b, double c)
    {
        double x = 1, y = 0.3, length = 1;
        for (int i = 0; i < 200; i++)
        {
            (x, y) = (a * x + b * y, b * x + c * y);
            length = Math.Sqrt(x * x + y * y);
            (x, y) = (x / length, y / length);
        }

        return length;
    }
}
