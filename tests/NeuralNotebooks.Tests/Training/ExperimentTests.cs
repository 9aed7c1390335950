namespace NeuralNotebooks.Tests;

public class ExperimentTests
{
    [Fact]
    public void Runs_begin_with_seed_1_and_results_keep_the_order_of_the_seeds()
    {
        int[] squares = Experiment.Repeat(50, seed => seed * seed);

        Assert.Equal(Enumerable.Range(1, 50).Select(seed => seed * seed), squares);
    }

    [Fact]
    public void A_cached_experiment_runs_once_for_each_setting_even_if_several_threads_call_it()
    {
        int runs = 0;
        Func<(int Units, int Seed), int> units = Experiment.Remember(((int Units, int Seed) setting) =>
        {
            Interlocked.Increment(ref runs);
            return setting.Units;
        });

        Assert.Equal(Enumerable.Repeat(8, 40), Experiment.Repeat(40, seed => units((8, seed % 2))));
        Assert.Equal(2, runs);
    }

    [Fact]
    public void The_failure_of_the_smallest_seed_is_the_one_that_is_reported()
    {
        Fails.As<InvalidOperationException>(
            "seed 1",
            () =>
            Experiment.Repeat<int>(20, seed => throw new InvalidOperationException($"seed {seed}")));
    }

    [Fact]
    public void An_interrupted_run_is_not_cached()
    {
        int calls = 0;
        Func<int, int> twice = Experiment.Remember((int x) =>
            calls++ == 0 ? throw new OperationCanceledException() : 2 * x);

        Assert.Throws<OperationCanceledException>(() => twice(3));
        Assert.Equal([6, 6], [twice(3), twice(3)]);
        Assert.Equal(2, calls);
    }
}
