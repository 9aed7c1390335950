namespace NeuralNotebooks.Benchmarks.Tests;

public class MeasurementsTests
{
    [Fact]
    public void Shares_are_of_the_best_peak_of_the_run_with_the_same_number_of_threads()
    {
        Measurements measured = new();
        measured.AddPeak(threads: 2, 120);
        measured.Add("Multiply", "256", threads: 2, value: 180, gigaflops: 180);
        measured.AddPeak(threads: 1, 100);
        measured.Add("Multiply", "256", threads: 1, value: 90, gigaflops: 90);
        measured.AddPeak(threads: 2, 200);
        measured.AddPeak(threads: 2, 190);

        Assert.Equal([new(1, 100), new(2, 200)], measured.Peaks);
        Assert.Equal([0.9, 0.9], measured.Rows.Select(row => row.Share));
        Assert.Equal([2, 1], measured.Rows.Select(row => row.Threads));
    }
}
