namespace NeuralNotebooks.Course;

public static partial class Check
{
    /// <summary>Notebook 06: an optimizer and its rate, which the reader has chosen by measuring. They are judged by
    /// the loss that the notebook's network for Iris reaches in 30 steps, from starts that the reader has not tried.
    /// </summary>
    /// <param name="choose">Returns a new optimizer in each call.</param>
    public static Verdict ChosenRule(Func<Optimizer<double>> choose)
    {
        (double[]? losses, Verdict? failure) = Attempt.Run(
            () => Experiment.Repeat(5, seed => LossAfter30Steps(choose(), 100 + seed)), TimeSpan.FromSeconds(10),
            e => e is TrainingDivergedException ? "The rate is too large for this rule: training diverged." : null);
        if (losses is null)
            return failure!;
        double mean = losses.Average();
        string message = Sentence.Of($"From five new random starts the mean loss after 30 steps is {mean:G3}.");
        return mean < 0.05
            ? Verdict.Correct($"{message} The best rates for the digits are far from these: a best rate belongs to "
                + "one problem.")
            : HintSteps.Next(Verdict.Wrong(isNear: mean < 0.1, $"{message} It can be below 0.05.", (
                "This is not the best rate of its rule, or another rule is better here.",
                "Multiply the rate by 3 until it gets worse, or divide. Then try the next rule in the same way.")));
    }

    private static double LossAfter30Steps(Optimizer<double> rule, int seed)
    {
        Dataset<double> iris = Standardization.Fit(Iris.Load()).Apply(Iris.Load());
        Mlp<double> net = Mlp.Create<double>(4, [new(8, Activation.Tanh), new(3, Activation.Identity)], seed);
        SoftmaxCrossEntropy<double> loss = new();
        Trainer.Fit(net, iris, loss, rule, new() { Epochs = 30, BatchSize = iris.Count, Seed = seed });
        return Metrics.Evaluate(net, iris, loss).Loss;
    }
}
