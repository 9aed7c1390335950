namespace NeuralNotebooks.Course;

public static partial class Check
{
    /// <summary>Notebook 00: a learning rate with which the tour's network learns the petals of Iris, such that three
    /// times as much is too large. It trains from five seeds to find out.</summary>
    /// <param name="learningRate">Adam's learning rate.</param>
    public static Verdict LearningRate(double learningRate)
    {
        if (!double.IsFinite(learningRate))
        {
            return Verdict.CouldNotBeChecked(
                $"{TextOf.Number(learningRate)} is not a step length. Write a number, such as 0.5.");
        }
        if (learningRate <= 0)
        {
            return Verdict.Wrong(isNear: false, learningRate == 0
                ? "With a rate of 0 no step is made, and nothing is learnt. (`1 / 50` of two integers is 0 too; "
                    + "`1.0 / 50` is not.)"
                : "With a rate below 0 every step goes uphill.",
                "A learning rate is a small positive number: how far each step goes.");
        }
        return Tour.Judge(learningRate);
    }

    private static class Tour
    {
        private const int Epochs = 50, Seeds = 5;

        // The accuracies at which a rate is correct or almost correct, and the rate of the notebook. A rate that is not
        // correct is too large or too small, compared with that of the notebook.
        private const double MinAccuracy = 0.95, MinAlmostAccuracy = 0.9, NotebookRate = 0.02;

        private static readonly Hint _tooLarge = (
            "The rate is too large:",
            "each step jumps over the valley that it should walk down into. Try a tenth of it.");

        private static readonly Hint _tooSmall = (
            "The rate is too small:",
            "the steps lead downhill, but so slowly that training ends too early. Try ten times as much.");

        /// <summary>Trains with this rate, and with three times as much.</summary>
        public static Verdict Judge(double rate)
        {
            double accuracy = Mean(rate);
            string result = accuracy == 0
                ? "Training diverged: the numbers in the network grew until they were no longer finite."
                : Sentence.Of($"From {Seeds} random starts, {Epochs} epochs at a rate of {rate} classify "
                    + $"{100 * accuracy:F1} % of the flowers correctly.");
            return accuracy < MinAccuracy
                ? Verdict.Wrong(accuracy >= MinAlmostAccuracy, result, rate > NotebookRate ? _tooLarge : _tooSmall)
                : Mean(3 * rate) >= MinAccuracy
                ? Verdict.Almost($"{result} This works, but so does three times as much.")
                : Verdict.Correct($"{result} Three times as much would be too large: you have found the edge.");
        }

        private static double Mean(double rate) => Experiment.Repeat(Seeds, seed => Train(rate, seed)).Average();

        /// <summary>The accuracy, or 0 if training diverged.</summary>
        private static double Train(double learningRate, int seed)
        {
            Dataset<double> petals = Iris.Load().SelectFeatures(2, 3);
            Mlp<double> network = Mlp.Create<double>(2, [new(8, Activation.Tanh), new(3, Activation.Identity)], seed);
            try
            {
                Trainer.Fit(network, petals, new SoftmaxCrossEntropy<double>(), new Adam<double>(learningRate),
                    new() { Epochs = Epochs, BatchSize = 16, Seed = seed });
                return Metrics.Accuracy(network, petals);
            }
            catch (TrainingDivergedException)
            {
                return 0;
            }
        }
    }
}
