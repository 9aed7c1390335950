namespace NeuralNotebooks.Plotting.Tests;

public class TrainingTests
{
    private static readonly Dataset<double> _petals = Iris.Load().SelectFeatures(2, 3);

    [Fact]
    public void A_picture_of_training_shows_the_network_before_at_sixteen_or_fewer_epochs_and_at_the_end()
    {
        string[] Labels(int epochs) => Page.Of(Plot.Training(Network(), _petals, learningRate: 0.1, epochs)).Labels;

        Assert.Equal(["before training", "epoch 1", "epoch 2", "epoch 3"], Labels(epochs: 3));
        string[] labels = Labels(epochs: 50);
        Assert.Equal(["before training", "epoch 1", "epoch 2"], labels[..3]);
        Assert.Equal("epoch 50", labels[^1]);
        Assert.InRange(labels.Length, 10, 17);
    }

    [Fact]
    public void It_trains_as_the_trainer_does_with_Adam_softmax_cross_entropy_and_batches_of_16()
    {
        Mlp<double> shown = Network(), trained = Network();
        Plot.Training(shown, _petals, learningRate: 0.1, epochs: 3);
        Trainer.Fit(trained, _petals, new SoftmaxCrossEntropy<double>(), new Adam<double>(0.1),
            new() { Epochs = 3, BatchSize = 16, Seed = 1 }, cancellation: TestContext.Current.CancellationToken);

        Assert.True(shown.Layers[0].Weights.IsCloseTo(trained.Layers[0].Weights, 0));
    }

    private static Mlp<double> Network() => Mlp.Create<double>(2, [new(3)], seed: 1);
}
