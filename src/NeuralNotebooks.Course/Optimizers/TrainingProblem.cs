using System.Diagnostics;

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
        BatchClock[] clocks = [.. racers.Select(_ => new BatchClock())];
        // Rule after rule for each seed, so that all are timed under the same conditions.
        double[][][] losses =
            [.. Enumerable.Range(1, seeds).Select(seed =>
                racers.Zip(clocks, (racer, clock) => Run(racer.New(racer.Rate), seed, clock)).ToArray())];
        return [.. clocks.Select((clock, k) => losses.Select(ofSeed =>
            new TrainingRun(ofSeed[k], [.. ofSeed[k].Select((_, epoch) => epoch * clock.Epoch)])).ToArray())];
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

    private double[] Run(Optimizer<double> optimizer, int seed, BatchClock clock)
    {
        Mlp<double> network = Mlp.Create<double>(Set.Features.Rows, Layers, seed);
        List<double> losses = [Metrics.Evaluate(network, Set, Loss).Loss];
        clock.Start();
        Trainer.Fit(network, Set, Loss, optimizer,
            new()
            {
                Epochs = Epochs,
                BatchSize = BatchSize,
                Seed = seed,
                Progress = clock,
                AfterEpoch = _ =>
                {
                    losses.Add(Metrics.Evaluate(network, Set, Loss).Loss);
                    clock.Start();
                },
            });
        return [.. losses];
    }

    /// <summary>
    /// Times each batch of an epoch, in every epoch of every run. The shortest time of a batch is the least disturbed
    /// one, since other programs can only make it longer.
    /// </summary>
    private sealed class BatchClock : IProgress<TrainingProgress>
    {
        private double[] _shortest = [];
        private long _start;

        /// <summary>The sum of the shortest times of the batches of an epoch, in milliseconds.</summary>
        public double Epoch => _shortest.Sum();

        /// <summary>Begins to time the next batch.</summary>
        public void Start() => _start = Stopwatch.GetTimestamp();

        public void Report(TrainingProgress value)
        {
            double milliseconds = Stopwatch.GetElapsedTime(_start).TotalMilliseconds;
            if (_shortest.Length == 0)
                _shortest = [.. Enumerable.Repeat(double.PositiveInfinity, value.Batches)];
            _shortest[value.Batch - 1] = Min(_shortest[value.Batch - 1], milliseconds);
            Start();
        }
    }
}
