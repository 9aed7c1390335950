namespace NeuralNotebooks.Course;

/// <summary>A training run with one thing wrong, to be recognised by its learning curves.</summary>
/// <param name="Cause">What is wrong.</param>
/// <param name="Training">The mean loss over each epoch.</param>
/// <param name="Validation">The loss on the validation images after each epoch.</param>
public sealed record FailedRun(string Cause, double[] Training, double[] Validation)
{
    private const int Epochs = 30;
    private static readonly SoftmaxCrossEntropy<float> _loss = new();

    /// <summary>Both curves over the epochs, with their names, as <c>Plot.SmallMultiples</c> takes them.</summary>
    public IEnumerable<(string Name, IEnumerable<double> X, IEnumerable<double> Y)> Curves =>
        [("training", Linspace.Of(1, Training.Length, Training.Length), Training),
         ("validation", Linspace.Of(1, Validation.Length, Validation.Length), Validation)];

    /// <summary>
    /// Six runs of 784-64-10, in a fixed order that mixes the causes: a rate that is too low, one that is too high,
    /// images that are not shuffled, overfitting, a wrong sign, a leak.
    /// </summary>
    /// <param name="training">Images to train on; half of them for the overfitting network, and as the leak.</param>
    /// <param name="validation">Other images.</param>
    public static FailedRun[] OnDigits(Dataset<float> training, Dataset<float> validation)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(validation);
        Dataset<float> half = training.Slice(0, training.Count / 2);
        return
        [
            Train("rate too low", new Momentum<float>(0.002f), training, validation),
            Train("rate too high", new Momentum<float>(12), training, validation),
            TrainDigitByDigit(training, validation),
            Train("overfitting", new RmsProp<float>(0.01f), half, validation, batchSize: 10),
            Train("wrong sign", new Ascent(0.0008f), training, validation),
            Train("leak", new Momentum<float>(0.5f), training, half),
        ];
    }

    private static Mlp<float> Network(Dataset<float> set) => Mlp.Create<float>(
        set.FeatureCount, [new(64, Activation.Relu), new(set.ClassCount, Activation.Identity)], seed: 1);

    private static FailedRun Train(
        string cause, Optimizer<float> rule, Dataset<float> training, Dataset<float> validation,
        int batchSize = 50)
    {
        History history = Trainer.Fit(Network(training), training, _loss, rule,
            new() { Epochs = Epochs, BatchSize = batchSize, Seed = 1 }, validation);
        return new(cause, [.. history.Epochs.Select(epoch => epoch.Loss)],
            [.. history.Epochs.Select(epoch => epoch.ValidationLoss!.Value)]);
    }

    /// <summary>In each epoch first all images of a 0, then all of a 1, and so on.</summary>
    private static FailedRun TrainDigitByDigit(Dataset<float> training, Dataset<float> validation)
    {
        Mlp<float> network = Network(training);
        GradientDescent<float> rule = new(0.2f);
        Dataset<float>[] digits = [.. training.Labels().Select((label, image) => (label, image))
            .GroupBy(one => one.label, one => one.image).OrderBy(group => group.Key)
            .Select(group => training.Select([.. group]))];
        double[] losses = new double[Epochs], validationLosses = new double[Epochs];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            foreach (Dataset<float> digit in digits)
            {
                losses[epoch] += Trainer.Fit(network, digit, _loss, rule,
                    new() { Epochs = 1, BatchSize = 10, Seed = epoch }).Last.Loss / digits.Length;
            }

            validationLosses[epoch] = Metrics.Evaluate(network, validation, _loss).Loss;
        }

        return new("not shuffled", losses, validationLosses);
    }

    /// <summary>Gradient descent with a plus for the minus.</summary>
    private sealed class Ascent(float rate) : Optimizer<float>(rate)
    {
        protected override void Update(Span<float> w, ReadOnlySpan<float> g, Span<float> V, Span<float> S)
        {
            for (int i = 0; i < w.Length; i++)
                w[i] += LearningRate * g[i];
        }
    }
}
