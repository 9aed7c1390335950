namespace NeuralNotebooks.Tests;

public class LiveProgressTests
{
    private readonly Clock _clock = new();
    private readonly List<string> _shown = [];
    private int _places;

    [Fact]
    public void Progress_is_shown_in_one_place_and_updated_a_few_times_per_second()
    {
        LiveProgress progress = New();
        for (int batch = 1; batch <= 1000; batch++)
        {
            progress.Report(new(1, 1, batch, 1000, Loss: 1) { HasEnded = batch == 1000 });
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(1, _places);
        Assert.InRange(_shown.Count, 5, 9);
    }

    [Fact]
    public void Progress_shows_epoch_batch_mean_loss_and_the_time_left()
    {
        LiveProgress progress = New();
        progress.Report(new(2, 5, 1, 4, Loss: 0.25));
        _clock.Advance(TimeSpan.FromSeconds(14));
        progress.Report(new(2, 5, 2, 4, Loss: 0.75));

        Assert.Equal(
            ["epoch 2 of 5 · batch 1 of 4 · loss 0.25", "epoch 2 of 5 · batch 2 of 4 · loss 0.5 · about 33 s left"],
            _shown);
    }

    [Fact]
    public void At_the_end_nothing_depends_on_the_machine_s_speed()
    {
        LiveProgress progress = New();
        for (int batch = 1; batch <= 4; batch++)
            progress.Report(new(3, 5, batch, 4, Loss: batch));
        progress.Report(new(3, 5, 4, 4, Loss: 4) { HasEnded = true }); // early stopping ends it here

        Assert.Equal("epoch 3 of 5 · loss 2.5", _shown[^1]);
    }

    [Fact]
    public void Each_training_run_has_its_own_place()
    {
        LiveProgress progress = New();
        foreach (int _ in (int[])[1, 2])
        {
            progress.Report(new(1, 1, 1, 2, Loss: 1));
            progress.Report(new(1, 1, 2, 2, Loss: 3) { HasEnded = true });
        }
        foreach (int _ in (int[])[3, 4])
            progress.Report(new(1, 1, 1, 1, Loss: 1) { HasEnded = true });

        Assert.Equal(4, _places);
        string[] two = ["epoch 1 of 1 · batch 1 of 2 · loss 1", "epoch 1 of 1 · loss 2"];
        Assert.Equal([.. two, .. two, "epoch 1 of 1 · loss 1", "epoch 1 of 1 · loss 1"], _shown);
    }

    [Fact]
    public void A_cancelled_run_leaves_its_bar_and_the_next_has_its_own()
    {
        LiveProgress progress = New();
        using CancellationTokenSource cancellation = new();
        Assert.Throws<OperationCanceledException>(() =>
            Fit(progress, afterEpoch: _ => cancellation.Cancel(), cancellation.Token)
        );
        Assert.Equal((1, 1), (_places, _shown.Count));

        Fit(progress, afterEpoch: null, CancellationToken.None);

        Assert.Equal(2, _places);
        _shown[^1].ShouldStartWith("epoch 3 of 3 · loss ");
    }

    [Fact]
    public void Without_a_host_that_can_update_nothing_is_shown_and_nothing_fails()
    {
        var progress = new LiveProgress();
        progress.Report(new(1, 1, 1, 2, Loss: 1));
        progress.Report(new(1, 1, 2, 2, Loss: 1) { HasEnded = true });

        Assert.Null(NotebookHost.Display);
    }

    private LiveProgress New() => new(
        first =>
        {
            _places++;
            _shown.Add(first.ToString()!);
            return newer => _shown.Add(newer.ToString()!);
        },
        _clock);

    private static void Fit(LiveProgress progress, Action<EpochResult>? afterEpoch, CancellationToken cancellation) =>
        Trainer.Fit(
            Mlp.Create<double>(2, [new(4, Activation.Tanh), new(2)], seed: 1),
            SyntheticData.Rings(count: 40),
            new SoftmaxCrossEntropy<double>(),
            new GradientDescent<double>(0.1),
            new()
            {
                Epochs = 3,
                BatchSize = 10,
                Progress = progress,
                AfterEpoch = afterEpoch,
            },
            cancellation: cancellation);

    private sealed class Clock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Advance(TimeSpan time) => _now += time.Ticks;
    }
}
