namespace NeuralNotebooks.Course.Tests;

public class MeasureTests
{
    [Fact]
    public void Work_is_repeated_after_one_run_without_the_clock_and_takes_some_time()
    {
        int runs = 0;

        double seconds = Measure.Seconds(() => runs++);

        Assert.True(runs > 2);
        Assert.True(seconds > 0);
    }

    [Fact]
    public void The_intensity_of_a_product_is_operations_by_bytes()
    {
        Assert.Equal(50 / 6.0, Measure.Intensity(50, 50, 50), 1e-12); // n/6
        Assert.Equal(2.0 / 12, Measure.Intensity(1, 1, 1), 1e-12);
        Assert.Equal(0.5, Measure.Intensity(100_000, 100_000, 1), 1e-3); // each weight is used once
    }
}
