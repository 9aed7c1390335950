namespace NeuralNotebooks;

/// <summary>Shows the progress of training in the notebook, updated in place while it runs.</summary>
/// <remarks>
/// <code>
/// Trainer.Fit(network, trainingSet, loss, optimizer,
///     new() { Epochs = 5, BatchSize = 128, Progress = new LiveProgress() });
/// </code>
/// The output is updated at most once in 150 milliseconds, even if batches are shorter. The final output contains no
/// times, so it is the same on every machine. In a standalone program, and in a notebook that another program than nn
/// runs, such as Polyglot Notebooks, nothing is shown.
/// </remarks>
public sealed class LiveProgress : IProgress<TrainingProgress>
{
    private static readonly TimeSpan _updateInterval = TimeSpan.FromMilliseconds(150);

    private readonly Func<object, Action<object>?> _show;
    private readonly TimeProvider _clock;
    private Action<object>? _update;
    private TrainingProgress _latest;
    private bool _hasStarted;
    private long _start, _lastUpdate;
    private double _lossSum;

    /// <summary>Creates a progress display. If several training runs use it one after the other, each gets a new
    /// progress bar.</summary>
    public LiveProgress()
        : this(value => NotebookHost.Display?.Invoke(value), TimeProvider.System)
    {
    }

    internal LiveProgress(Func<object, Action<object>?> show, TimeProvider clock) => (_show, _clock) = (show, clock);

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        // If early stopping ends training, its last batch is reported a second time.
        bool isRepeated = value.HasEnded && (value.Epoch, value.Batch) == (_latest.Epoch, _latest.Batch);
        if (!isRepeated)
            _lossSum = value.Batch == 1 ? value.Loss : _lossSum + value.Loss;
        _latest = value;
        long now = _clock.GetTimestamp();
        // After a run that failed or was interrupted, its bar stays as it was, and the first batch of the next run adds
        // a new bar.
        if (!isRepeated && (!_hasStarted || value is { Epoch: 1, Batch: 1 }))
        {
            (_hasStarted, _start, _lastUpdate) = (true, now, now);
            _update = _show(Bar(timeLeft: null));
        }
        else if (value.HasEnded)
        {
            _update?.Invoke(Bar(timeLeft: null));
        }
        else if (_clock.GetElapsedTime(_lastUpdate, now) >= _updateInterval)
        {
            _lastUpdate = now;
            double part = value.Part;
            _update?.Invoke(Bar(_clock.GetElapsedTime(_start, now) * ((1 - part) / part)));
        }
        if (value.HasEnded)
            (_hasStarted, _update, _latest) = (false, null, default);
    }

    private TrainingBar Bar(TimeSpan? timeLeft) => new(_latest, _lossSum / _latest.Batch, timeLeft);
}
