namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    // The number of moments that a film of training shows, apart from the one before training.
    private const int TrainingFrames = 16;

    // The course's usual batch.
    private const int TrainingBatch = 16;

    /// <summary>Trains a classifier and shows the decision regions that it has before, during and after training.
    /// </summary>
    /// <remarks>It minimizes softmax cross-entropy with Adam, in batches of 16 examples, whose order is the same on
    /// every run. For other losses, optimizers and batches use <see cref="Trainer"/>, with a
    /// <see cref="TrainingFilm"/>.</remarks>
    /// <param name="network">The network; its weights change. It has an output for each class.</param>
    /// <param name="set">The examples to learn from. Features beyond the first two are held at their means in the
    /// picture.</param>
    /// <param name="learningRate">Adam's learning rate.</param>
    /// <param name="epochs">How many times training uses each example.</param>
    /// <param name="title">The title.</param>
    /// <exception cref="ArgumentException">The network does not match the set.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no epoch.</exception>
    /// <exception cref="TrainingDivergedException">A weight or the loss is NaN or infinite.</exception>
    public static Picture Training(
        Mlp<double> network, Dataset<double> set, double learningRate, int epochs, string title = "")
    {
        ArgumentNullException.ThrowIfNull(network);
        // The network changes most at the beginning, so most of the moments are there.
        IEnumerable<int> moments = Enumerable.Range(1, TrainingFrames)
            .Select(frame => (int)Math.Ceiling(epochs * Math.Pow((double)frame / TrainingFrames, 2)));
        TrainingFilm film = new(network, [.. moments.Distinct()]);
        Trainer.Fit(network, set, new SoftmaxCrossEntropy<double>(), new Adam<double>(learningRate),
            new() { Epochs = epochs, BatchSize = TrainingBatch, Seed = 1, AfterEpoch = film.Keep });
        return DecisionRegions(film.Frames, set, title: title);
    }
}
