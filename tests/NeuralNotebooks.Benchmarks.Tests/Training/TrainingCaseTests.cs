namespace NeuralNotebooks.Benchmarks.Tests;

public class TrainingCaseTests
{
    [Fact]
    public void The_operations_of_an_example_are_those_of_its_products()
    {
        TrainingCase trained = TrainingCase.All.Single(one => one is { Layers: [784, 128, 10] });

        // Layer 784 → 128: forward and weight gradient. Layer 128 → 10: these two and the input gradient.
        Assert.Equal(2 * (2 * 784 * 128) + 3 * (2 * 128 * 10), trained.OperationsPerExample);
    }

    [Fact]
    public void A_run_learns_and_counts_its_examples()
    {
        TrainingRun run = new(TrainingCase.All.Single(one => one is { Data: "digits" }));

        Assert.True(run.Seconds(1) > 0);
        Assert.Equal(20 * 1797, run.Examples);
        Assert.InRange(run.Accuracy, 0.9, 1);
    }
}
