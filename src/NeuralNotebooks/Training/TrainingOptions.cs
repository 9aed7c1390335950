namespace NeuralNotebooks;

/// <summary>How <see cref="Trainer.Fit"/> trains: for how long, in which batches, and what it reports.</summary>
/// <example>
/// <code>
/// Trainer.Fit(network, examples, loss, new Adam&lt;double&gt;(0.01), new() { Epochs = 50, BatchSize = 16, Seed = 1 });
/// </code>
/// </example>
public sealed record TrainingOptions
{
    /// <summary>The number of epochs. In each epoch, every example of the training set is used once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public required int Epochs
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Epochs), value, "Training takes at least one epoch.");
    }

    /// <summary>The number of examples per step. The last batch of an epoch may have fewer. If the number is larger
    /// than the training set, each batch is the whole set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public required int BatchSize
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(BatchSize), value, "A batch has at least one example.");
    }

    /// <summary>The seed for the order of the examples: the same seed gives the same order. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>How the learning rate changes. Default: null, it stays constant.</summary>
    public LearningRateSchedule? Schedule { get; init; }

    /// <summary>When to stop before the last epoch; this requires a validation set. Default: null, never.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>Receives the progress after every batch, on the thread that trains; a <see cref="LiveProgress"/> shows
    /// it in the notebook. Default: null.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>Called at the end of each epoch, for example to record the weights. Default: null.</summary>
    public Action<EpochResult>? AfterEpoch { get; init; }
}
