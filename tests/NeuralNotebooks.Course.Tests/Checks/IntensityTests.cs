namespace NeuralNotebooks.Course.Tests;

public class IntensityTests
{
    [Fact]
    public void Operations_over_bytes_is_correct()
    {
        Verdict verdict = Check.Intensity((m, k, n) => m * n * k / (2.0 * (m * k + k * n + m * n)));

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }
}
