namespace NeuralNotebooks.Course;

/// <summary>A task on which optimizers are compared: a network that is trained on a set for some epochs.</summary>
/// <param name="Set">The examples.</param>
/// <param name="Layers">The layers of the network.</param>
/// <param name="Loss">The loss.</param>
/// <param name="BatchSize">How many examples are in a mini-batch.</param>
/// <param name="Epochs">The number of passes over the set.</param>
public sealed record TrainingProblem(Dataset<double> Set, IReadOnlyList<Layer> Layers, ILoss<double> Loss,
    int BatchSize, int Epochs)
{
    /// <summary>
    /// The loss over the whole set at the end of training, for each of several rates and for each of the seeds 1 …
    /// <paramref name="seeds"/>.
    /// </summary>
    /// <param name="rule">Creates an optimizer with a learning rate.</param>
    /// <param name="rates">The rates.</param>
    /// <param name="seeds">The number of seeds, which set the initial weights and the order of the examples.</param>
    /// <returns>The losses at each rate; the loss of a run that diverged is infinite.</returns>
    public Sweep Sweep(Func<double, Optimizer<double>> rule, IEnumerable<double> rates, int seeds) =>
        new([.. rates.Select(rate =>
            (rate, Experiment.Repeat(seeds, seed => LossAfter(rule(rate), seed)).AsEnumerable()))]);

    /// <summary>Runs several rules, each with its learning rate.</summary>
    /// <param name="rules">For each rule, a function that creates an optimizer with a learning rate, and that
    /// rate.</param>
    /// <param name="seeds">
    /// The number of seeds, which set the initial weights and the order of the examples: the same for all rules.
    /// </param>
    /// <returns>For each rule its runs, by seed.</returns>
    /// <exception cref="TrainingDivergedException">A run diverged.</exception>
    public TrainingRun[][] Race(IEnumerable<(Func<double, Optimizer<double>> New, double Rate)> rules, int seeds)
    {
        (Func<double, Optimizer<double>> New, double Rate)[] racers = [.. rules];
        // Rule after rule for each seed, so that all are timed under the same conditions.
        (double[] Losses,
            double Seconds)[][] bySeed =
            [.. Enumerable.Range(1, seeds).Select(seed =>
            racers.Select(racer => Run(racer.New(racer.Rate), seed)).ToArray())];
        return [.. racers.Select((_, k) =>
        {
            // The shortest epoch of all runs is the least disturbed one: other work only makes it longer.
            double epoch = 1000 * bySeed.Min(runs => runs[k].Seconds);
            return bySeed.Select(runs =>
                new TrainingRun(runs[k].Losses, [.. runs[k].Losses.Select((_, e) => e * epoch)])).ToArray();
        })];
    }

    private double LossAfter(Optimizer<double> optimizer, int seed)
    {
        Mlp<double> network = Mlp.Create<double>(Set.Features.Rows, Layers, seed);
        try
        {
            Trainer.Fit(network, Set, Loss, optimizer, new() { Epochs = Epochs, BatchSize = BatchSize, Seed = seed });
            return Metrics.Evaluate(network, Set, Loss).Loss;
        }
        catch (TrainingDivergedException)
        {
            return double.PositiveInfinity;
        }
    }

    private (double[] Losses, double Seconds) Run(Optimizer<double> optimizer, int seed)
    {
        Mlp<double> network = Mlp.Create<double>(Set.Features.Rows, Layers, seed);
        List<double> losses = [Metrics.Evaluate(network, Set, Loss).Loss];
        History history = Trainer.Fit(network, Set, Loss, optimizer,
            new()
            {
                Epochs = Epochs,
                BatchSize = BatchSize,
                Seed = seed,
                AfterEpoch = _ => losses.Add(Metrics.Evaluate(network, Set, Loss).Loss),
            });
        return ([.. losses], history.Epochs.Min(epoch => epoch.Seconds));
    }
}
