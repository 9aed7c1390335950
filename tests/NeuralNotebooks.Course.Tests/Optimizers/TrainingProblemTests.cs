namespace NeuralNotebooks.Course.Tests;

public class TrainingProblemTests
{
    private static readonly TrainingProblem _problem = new(Iris.Load(), [new(3, Activation.Identity)],
        new SoftmaxCrossEntropy<double>(), BatchSize: 50, Epochs: 3);

    [Fact]
    public void A_sweep_has_the_loss_at_the_end_for_every_rate_and_seed()
    {
        (double Rate, IEnumerable<double> Losses)[] points =
            [.. _problem.Sweep(rate => new GradientDescent<double>(rate), [0.001, 0.01], seeds: 2).Points];

        Assert.Equal([0.001, 0.01], points.Select(point => point.Rate));
        Assert.Equal([LossByHand(0.01, seed: 1), LossByHand(0.01, seed: 2)], points[1].Losses);
    }

    [Fact]
    public void A_run_that_diverges_has_an_infinite_loss() =>
        Assert.Equal(double.PositiveInfinity,
            Assert.Single(_problem.Sweep(rate => new GradientDescent<double>(rate), [1e308], seeds: 1)
                .Points.Single().Losses));

    [Fact]
    public void The_best_rate_of_a_sweep_has_the_smallest_mean_and_any_rate_the_loss_of_its_neighbour()
    {
        Sweep sweep = new([(0.1, [1.0, 3.0]), (1, [0.5, 1.0]), (10, [0.1, double.PositiveInfinity])]);

        Assert.Equal(1, sweep.BestRate);
        Assert.Equal(2, sweep.LossNear(0.3));
        Assert.Equal(0.75, sweep.LossNear(0.35));
    }

    [Fact]
    public void A_race_runs_every_rule_at_its_rate_with_the_same_seeds()
    {
        Func<double, Optimizer<double>> descent = rate => new GradientDescent<double>(rate);
        TrainingRun[][] race = _problem.Race([(descent, 0.001), (descent, 0.01)], seeds: 2);

        Assert.Equal([2, 2], race.Select(runs => runs.Length));
        Assert.All(race.SelectMany(runs => runs), run =>
            Assert.Equal((4, 4), (run.Losses.Length, run.Milliseconds.Length)));
        Assert.Equal(LossByHand(0.01, seed: 2), race[1][1].Losses[^1]);
        Assert.Equal(race[0][1].Losses[0], race[1][1].Losses[0]);
        Assert.Equal(0, race[0][0].Milliseconds[0]);
        Assert.True(race[0][0].Milliseconds[3] > race[0][0].Milliseconds[2]);
    }

    [Fact]
    public void The_losses_of_a_race_are_drawn_over_epochs_and_over_time_by_the_names_of_the_rules()
    {
        TrainingRun[][] race = [[new([3, 1], [0, 5]), new([2, 1], [0, 6])], [new([3, 2], [0, 4])]];

        Assert.Equal([("a", "3 1, 2 1"), ("b", "3 2")], race.OverEpochs(["a", "b"])
            .Select(series => (series.Name, string.Join(", ", series.Runs.Select(run => string.Join(' ', run))))));
        Assert.Equal([("a", "0 5: 3 1, 0 6: 2 1"), ("b", "0 4: 3 2")], race.OverTime(["a", "b"])
            .Select(series => (series.Name, string.Join(", ", series.Runs.Select(run =>
                $"{string.Join(' ', run.X)}: {string.Join(' ', run.Y)}")))));
    }

    private static double LossByHand(double rate, int seed)
    {
        Mlp<double> network = Mlp.Create<double>(4, [new(3, Activation.Identity)], seed);
        Trainer.Fit(network, Iris.Load(), new SoftmaxCrossEntropy<double>(), new GradientDescent<double>(rate),
            new() { Epochs = 3, BatchSize = 50, Seed = seed });
        return new SoftmaxCrossEntropy<double>().Value(network.Forward(Iris.Load().Features), Iris.Load().Targets);
    }
}
