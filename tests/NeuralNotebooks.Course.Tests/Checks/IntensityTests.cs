namespace NeuralNotebooks.Course.Tests;

public class IntensityTests
{
    [Fact]
    public void Operations_over_bytes_is_correct()
    {
        Verdict verdict = Check.Intensity((m, k, n) => m * n * k / (2.0 * (m * k + k * n + m * n)));

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    public static TheoryData<string, Func<int, int, int, double>> Mutants => new()
    {
        { "This is half", (m, k, n) => 1.0 * m * n * k / (4 * (m * k + k * n + m * n)) },
        { "not bytes. A", (m, k, n) => 2.0 * m * n * k / (m * k + k * n + m * n) },
        { "not bytes, and each multiply-add as one", (m, k, n) => 1.0 * m * n * k / (m * k + k * n + m * n) },
        { "C is missing", (m, k, n) => 2.0 * m * n * k / (4 * (m * k + k * n)) },
        { "B is missing", (m, k, n) => 2.0 * m * n * k / (4 * (m * k + m * n)) },
        { "A is missing", (m, k, n) => 2.0 * m * n * k / (4 * (k * n + m * n)) },
        { "upside down", (m, k, n) => 4.0 * (m * k + k * n + m * n) / (2.0 * m * n * k) },
        { "the number of operations", (m, k, n) => 2.0 * m * n * k },
        { "the number of bytes", (m, k, n) => 4.0 * (m * k + k * n + m * n) },
        { "are added", (m, k, n) => 2.0 * m * n * k / (4.0 * m * k * k * n * m * n) },
        { "integer division", (m, k, n) => 2 * m * n * k / (4 * (m * k + k * n + m * n)) },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void A_wrong_intensity_is_named(string sentence, Func<int, int, int, double> mutant)
    {
        Verdict verdict = Check.Intensity(mutant);

        Assert.False(verdict.IsCorrect);
        Assert.Contains(sentence, verdict.LikelyMistake, StringComparison.Ordinal);
    }
}
