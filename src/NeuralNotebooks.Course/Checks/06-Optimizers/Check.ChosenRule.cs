namespace NeuralNotebooks.Course;

public static partial class Check
{
    /// <summary>Notebook 06: a rule other than Adam and its rate, better than a third of it and three times it. Judged
    /// by the loss that the notebook's network for Iris reaches in 30 steps, from new random starts.</summary>
    /// <param name="rule">From a rate to a new optimizer.</param>
    public static Verdict ChosenRule(Func<double, Optimizer<double>> rule, double rate)
    {
        double large = 0, two = 0, small = 0;
        bool isAdam = false;
        (double[]? losses, Verdict? failure) = Attempt.Run(() =>
        {
            Optimizer<double> tried = rule(rate);
            tried.Step(ref large, 37);
            two = large;
            tried.Step(ref two, 37);
            rule(rate).Step(ref small, 0.37);
            isAdam = tried is Adam<double> // RMSProp's second step is shorter, Momentum's depend on the gradient's size
                || (Abs(small) > 0.5 * Abs(large) && Abs(two) > 1.95 * Abs(large));
            return new[] { rate / 3, rate, rate * 3 }.Select(α => Experiment.Repeat(
                5, seed => LossAfter30Steps(rule(α), 100 + seed)).Average()).ToArray();
        }, TimeSpan.FromSeconds(20), e => e is TrainingDivergedException
            ? "At this rate, a third of it or three times it, training diverged: try smaller ones." : null);
        if (losses is not [double less, double loss, double more])
            return failure!;
        if (isAdam)
            return Verdict.NotYet("This is Adam, or its steps are about as long for a gradient of 0.37 as for 37, as "
                + "Adam's are: choose another rule.");
        string message = Sentence.Of($"From five new random starts the mean loss after 30 steps is {loss:G3}, at a "
            + $"third of the rate {less:G3}, and at three times the rate {more:G3}.");
        return loss < 0.05 && loss < Min(less, more)
            ? Verdict.Correct($"{message} The digits' best rates are much smaller: a best rate belongs to one problem.")
            : HintSteps.Next(Verdict.Wrong(isNear: loss < 0.06, message, loss < Min(less, more)
                ? ("The loss can be below 0.05: another rule is better here.", "Try the next one, at several rates.")
                : ("This is not the rule's best rate.", "Multiply the rate by 3 until it gets worse, or divide.")));
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
