namespace NeuralNotebooks.Plotting.Tests;

public class TrainingFilmTests
{
    [Fact]
    public void A_film_has_the_network_before_training_and_a_copy_after_each_chosen_epoch()
    {
        Dataset<double> iris = Iris.Load();
        var network = Mlp.Create<double>(4, [new(3, Activation.Identity)], seed: 1);
        Mlp<double> before = network.Copy();
        TrainingFilm film = new(network, 1, 3, 9);

        Trainer.Fit(network, iris, new SoftmaxCrossEntropy<double>(), new GradientDescent<double>(0.1),
            new() { Epochs = 3, BatchSize = 50, Seed = 1, AfterEpoch = film.Keep });

        Assert.Equal(["before training", "epoch 1", "epoch 3"], film.Frames.Select(frame => frame.Label));
        Assert.True(film.Start.Layers[0].Weights.IsCloseTo(before.Layers[0].Weights, 0));
        Assert.False(film.Frames[1].Network.Layers[0].Weights.IsCloseTo(network.Layers[0].Weights, 1e-6));
        Assert.True(film.Frames[2].Network.Layers[0].Weights.IsCloseTo(network.Layers[0].Weights, 0));
    }
}
