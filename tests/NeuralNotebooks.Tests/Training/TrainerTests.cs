namespace NeuralNotebooks.Tests;

public sealed class TrainerTests
{
    private static readonly Dataset<double> _rings = SyntheticData.Rings(count: 100, seed: 1);
    private static readonly SoftmaxCrossEntropy<double> _loss = new();

    [Fact]
    public void Three_hidden_units_learn_to_enclose_a_ring()
    {
        Mlp<double> network = Network(seed: 1);
        History history = Trainer.Fit(
            network, _rings, _loss, new Adam<double>(0.03), new() { Epochs = 300, BatchSize = 20, Seed = 1 });
        Assert.Equal(1, Metrics.Accuracy(network, _rings));
        Assert.Equal(300, history.Epochs.Count);
        Assert.True(history.Last.Loss < history.Epochs[0].Loss / 10);
        Assert.Equal(1, history.Last.Accuracy);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_float_agrees_with_double_up_to_rounding()
    {
        Assert.Equal(TrainedWeights<double>(seed: 4), TrainedWeights<double>(seed: 4));
        Assert.Equal(TrainedWeights<float>(seed: 4), TrainedWeights<float>(seed: 4));
        Assert.NotEqual(TrainedWeights<double>(seed: 4), TrainedWeights<double>(seed: 5));
        Assert.Equal(TrainedWeights<double>(seed: 4), TrainedWeights<float>(seed: 4), (a, b) => Math.Abs(a - b) < 1e-3);
    }

    [Fact]
    public void Every_epoch_takes_every_example_once_and_the_last_batch_is_the_rest()
    {
        List<TrainingProgress> reports = [];
        Trainer.Fit(
            Network(seed: 1),
            _rings,
            _loss,
            new GradientDescent<double>(0.1),
            new() { Epochs = 2, BatchSize = 30, Progress = new Listener(reports.Add) });
        Assert.Equal(
            [(1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 2), (2, 3), (2, 4)],
            reports.Select(report => (report.Epoch, report.Batch)));
        Assert.All(reports, report => Assert.Equal((2, 4), (report.Epochs, report.Batches)));
        Assert.Equal(1, reports[^1].Part);
        Assert.Equal([false, false, false, false, false, false, false, true], reports.Select(one => one.HasEnded));

        MiniBatches<double> batches = new(_rings, Network(seed: 1), batchSize: 30, seed: 7);
        for (int epoch = 0; epoch < 3; epoch++)
        {
            List<(double, double)> points = [];
            batches.Shuffle();
            for (int index = 0; index < batches.Count; index++)
            {
                MiniBatch<double> batch = batches.Begin(index);
                batch.Pass.Forward(batch.Features);
                Assert.Equal(index == 3 ? 10 : 30, batch.Pass.Examples);
                for (int i = 0; i < batch.Pass.Examples; i++)
                    points.Add((batch.Features[0, i], batch.Targets[0, i]));
            }
            Assert.Equal(
                Enumerable.Range(0, 100).Select(i => (_rings.Features[0, i], _rings.Targets[0, i])).Order(),
                points.Order());
        }
    }

    [Fact]
    public void After_each_epoch_the_network_can_be_inspected_and_its_rate_and_validation_are_known()
    {
        Mlp<double> network = Network(seed: 1);
        GradientDescent<double> optimizer = new(0.4);
        Dataset<double> validation = SyntheticData.Rings(count: 700, seed: 2);
        List<EpochResult> seen = [];
        History history = Trainer.Fit(
            network,
            _rings,
            _loss,
            optimizer,
            new()
            {
                Epochs = 4,
                BatchSize = 100,
                Schedule = LearningRateSchedule.Linear(),
                AfterEpoch = epoch =>
                {
                    seen.Add(epoch);
                    (double loss, double? accuracy) = Metrics.Evaluate(network, validation, _loss);
                    Assert.Equal((loss, accuracy), (epoch.ValidationLoss, epoch.ValidationAccuracy));
                },
            },
            validation);
        Assert.Equal(history.Epochs, seen);
        Assert.Equal([0.4, 0.3, 0.2, 0.1], seen.Select(epoch => Math.Round(epoch.LearningRate, 12)));
        Assert.Equal(0.4, optimizer.LearningRate);   // restored
    }

    [Fact]
    public void Early_stopping_ends_training_and_restores_the_best_weights()
    {
        (Dataset<double> training, Dataset<double> validation) = SyntheticData
            .Profiles(count: 100, seed: 3)
            .Split(0.5, seed: 1);
        Mlp<double> network = Mlp.Create<double>(20, [new(16, Activation.Relu), new(2)], seed: 1);
        History history = Trainer.Fit(
            network,
            training,
            _loss,
            new Adam<double>(0.02),
            new() { Epochs = 200, BatchSize = 10, EarlyStopping = new(patience: 3) },
            validation);

        Assert.True(history.StoppedEarly);
        double[] losses = [.. history.Epochs.Select(epoch => epoch.ValidationLoss!.Value)];
        Assert.Equal(losses.Length - 4, Array.IndexOf(losses, losses.Min()));
        Assert.Equal(losses.Min(), Metrics.Evaluate(network, validation, _loss).Loss, 1e-12);
    }

    [Theory]
    [Cases("a rate that diverges", "an interrupt", "a failing callback", "the last epoch")]
    public void The_best_weights_are_restored_however_training_ends(string end)
    {
        // L = (w − 3)²: the rate is 0.25 in three epochs, then 4, so that w − 3 grows by a factor of 7 in each step.
        Dataset<double> set = new(Matrix.Row(1.0), Matrix.Row(3.0));
        Mlp<double> network = new([new(new(1, 1), new(1, 1), Activation.Identity)]);
        network.Layers[0].Biases[0, 0] = 0.1;
        using CancellationTokenSource cancellation = new();
        int epochs = end == "a rate that diverges" ? 2000 : 10;
        List<(double Loss, double Weight)> seen = [];
        Exception? thrown = Record.Exception(() => Trainer.Fit(
            network, set, new MeanSquaredError<double>(), new GradientDescent<double>(1),
            new()
            {
                Epochs = epochs,
                BatchSize = 1,
                EarlyStopping = new(patience: 10_000),
                Schedule = LearningRateSchedule.Of(done => done * epochs < 3 ? 0.1 : 4),
                AfterEpoch = epoch =>
                {
                    seen.Add((epoch.ValidationLoss!.Value, network.Layers[0].Weights[0, 0]));
                    if (epoch.Epoch == 5 && end == "an interrupt")
                        cancellation.Cancel();
                    if (epoch.Epoch == 5 && end == "a failing callback")
                        throw new TimeoutException();
                },
            },
            validation: set, cancellation.Token));
        Assert.Equal(
            end switch
            {
                "the last epoch" => null,
                "an interrupt" => typeof(OperationCanceledException),
                "a failing callback" => typeof(TimeoutException),
                _ => typeof(TrainingDivergedException),
            },
            thrown?.GetType());
        Assert.Equal(seen[2], seen.Min());
        Assert.Equal(seen[2].Weight, network.Layers[0].Weights[0, 0]);
    }

    [Fact]
    public void Without_a_validated_epoch_the_weights_stay_as_the_last_step_left_them()
    {
        Dataset<double> set = new(Matrix.Row(1.0), Matrix.Row(3.0));
        Mlp<double> network = new([new(new(1, 1), new(1, 1), Activation.Identity)]);
        Assert.Throws<TimeoutException>(() => Trainer.Fit(
            network, set, new HalfSquaredError<double>(), new GradientDescent<double>(0.5),
            new()
            {
                Epochs = 1,
                BatchSize = 1,
                EarlyStopping = new(patience: 1),
                Progress = new Listener(_ => throw new TimeoutException()),
            },
            validation: set));
        Assert.Equal(1.5, network.Layers[0].Weights[0, 0]);
    }

    [Fact]
    public void Cancelling_ends_training_after_the_current_batch()
    {
        using CancellationTokenSource cancellation = new();
        int batches = 0;
        Assert.Throws<OperationCanceledException>(() =>
            Trainer.Fit(
                Network(1),
                _rings,
                _loss,
                new Adam<double>(0.1),
                new()
                {
                    Epochs = 10,
                    BatchSize = 10,
                    Progress = new Listener(_ =>
                    {
                        if (++batches == 13)
                            cancellation.Cancel();
                    }),
                },
                cancellation: cancellation.Token)
        );
        Assert.Equal(13, batches);
    }

    [Fact]
    public void Divergence_is_reported_with_epoch_batch_layer_and_what_was_before()
    {
        Dataset<double> set = new(_rings.Features, Matrix.Filled(1, 100, 10.0));
        TrainingDivergedException exception = Assert.Throws<TrainingDivergedException>(() =>
            Trainer.Fit(
                Mlp.Create<double>(2, [new(8, Activation.Relu), new(8, Activation.Relu), new(1)], seed: 1),
                set,
                new MeanSquaredError<double>(),
                new GradientDescent<double>(1000),
                new() { Epochs = 50, BatchSize = 10 })
        );

        exception.Message.ShouldStartWith($"Training diverged in epoch {exception.Epoch}, batch {exception.Batch}: ");
        exception.Message.ShouldContain($"layer {exception.Layer}", "The learning rate was 1000");
        Assert.Equal(exception.Epoch - 1, exception.History.Epochs.Count);
    }

    private static Mlp<double> Network(int seed) => Mlp.Create<double>(2, [new(3, Activation.Tanh), new(2)], seed);

    private static double[] TrainedWeights<T>(int seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Dataset<double> rings = SyntheticData.Rings(seed: 3);
        Mlp<T> network = Mlp.Create<T>(2, [new(5, Activation.Relu), new(2)], seed);
        Trainer.Fit(
            network,
            new(rings.Features.To<T>(), rings.Targets.To<T>()),
            new SoftmaxCrossEntropy<T>(),
            new Momentum<T>(T.CreateChecked(0.1)),
            new() { Epochs = 5, BatchSize = 16, Seed = seed });
        return TrainingStepTests.Bits(network);
    }
}

internal sealed class Listener(Action<TrainingProgress> hear) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value) => hear(value);
}
