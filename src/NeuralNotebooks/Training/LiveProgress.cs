namespace NeuralNotebooks;

/// <summary>Shows how far a training is, in one place of the notebook that changes while it runs.</summary>
/// <remarks>
/// <code>
/// Trainer.Fit(network, trainingSet, loss, optimizer, epochs: 5, batchSize: 128, progress: new LiveProgress());
/// </code>
/// It changes a few times in a second, however short the batches are. When training has ended, it shows nothing that depends on the
/// machine's speed. In a host that cannot change what it has shown, and in a program, nothing is shown.
/// </remarks>
public sealed class LiveProgress : IProgress<TrainingProgress>
{
    private static readonly TimeSpan BetweenUpdates = TimeSpan.FromMilliseconds(150);

    private readonly Func<object, Action<object>?> show;
    private readonly TimeProvider clock;
    private Action<object>? update;
    private TrainingProgress latest;
    private bool begun;
    private long start, lastUpdate;
    private double lossSum;

    /// <summary>Shows the progress of one training after the other, each in a place of its own.</summary>
    public LiveProgress()
        : this(HostDisplay.Show, TimeProvider.System)
    {
    }

    internal LiveProgress(Func<object, Action<object>?> show, TimeProvider clock) => (this.show, this.clock) = (show, clock);

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        latest = value;
        lossSum = value.Batch == 1 ? value.Loss : lossSum + value.Loss;
        long now = clock.GetTimestamp();
        // A training that was interrupted, or has failed, has left its bar as it was; the first batch of another one has a place of its own.
        if (!begun || value is { Epoch: 1, Batch: 1 })
        {
            (begun, start, lastUpdate) = (true, now, now);
            update = show(Bar(timeLeft: null));
        }
        else if (clock.GetElapsedTime(lastUpdate, now) >= BetweenUpdates)
        {
            lastUpdate = now;
            double part = value.Part;
            update?.Invoke(Bar(clock.GetElapsedTime(start, now) * ((1 - part) / part)));
        }
    }

    /// <summary>Training has come to its end, perhaps before the last epoch.</summary>
    internal void End()
    {
        if (begun)
            update?.Invoke(Bar(timeLeft: null));
        (begun, update) = (false, null);
    }

    private TrainingBar Bar(TimeSpan? timeLeft) => new(latest, lossSum / latest.Batch, timeLeft);
}
