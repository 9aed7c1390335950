namespace NeuralNotebooks;

/// <summary>How <see cref="Trainer.Fit"/> trains: for how long, in which batches, and what it reports.</summary>
/// <example>
/// <code>
/// Trainer.Fit(network, examples, loss, new Adam&lt;double&gt;(0.01), new() { Epochs = 50, BatchSize = 16, Seed = 1 });
/// </code>
/// </example>
public sealed record TrainingOptions
{
    /// <summary>The number of times that every example is used.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public required int Epochs
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Epochs), value, "Training takes at least one epoch.");
    }

    /// <summary>The examples per step; the last batch of an epoch has the rest. Larger than the set means all of
    /// it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public required int BatchSize
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(BatchSize), value, "A batch has at least one example.");
    }

    /// <summary>The same seed gives the same order of examples. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>How the learning rate changes; null, the default: it stays constant.</summary>
    public LearningRateSchedule? Schedule { get; init; }

    /// <summary>When to stop before the last epoch; it needs a validation set. Null, the default: never.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>Called after every batch, on the thread that trains; a <see cref="LiveProgress"/> shows the progress in
    /// the notebook.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>Called at the end of each epoch, for example to record the weights.</summary>
    public Action<EpochResult>? AfterEpoch { get; init; }
}
