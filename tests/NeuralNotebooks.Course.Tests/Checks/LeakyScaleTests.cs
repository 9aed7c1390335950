namespace NeuralNotebooks.Course.Tests;

public class LeakyScaleTests
{
    [Fact]
    public void The_root_of_2_over_1_plus_a_squared_times_n_is_correct()
    {
        Verdict verdict = Check.LeakyScale((a, n) => Math.Sqrt(2 / (n + n * a * a)));

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    /// <summary>The formula against signals: a layer of leaky units keeps the mean square that it is given.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    [InlineData(0.7)]
    public void Weights_of_that_size_keep_the_size_of_a_signal(double a)
    {
        double scale = Math.Sqrt(2 / ((1 + a * a) * 200));
        Matrix<double> weights = Matrix.Normal<double>(2000, 200, seed: 1, standardDeviation: scale),
            signal = Matrix.Normal<double>(200, 50, seed: 2);

        Matrix<double> output = (weights * signal).Map(z => z > 0 ? z : a * z);

        Assert.Equal(signal.Hadamard(signal).Mean(), output.Hadamard(output).Mean(), 0.02);
    }
}
