namespace NeuralNotebooks.Course;

/// <summary>The losses of several rules' runs, with the names of the rules, as <c>Plot.Bands</c> takes them.</summary>
public static class TrainingRuns
{
    /// <summary>The losses after 0, 1, 2, … epochs.</summary>
    /// <param name="runs">For each rule its runs, as <see cref="TrainingProblem.Race"/> returns them.</param>
    /// <param name="names">The names of the rules.</param>
    public static IEnumerable<(string Name, IEnumerable<double[]> Runs)> OverEpochs(
        this IEnumerable<TrainingRun[]> runs, IEnumerable<string> names) =>
        names.Zip(runs, (name, ofRule) => (name, ofRule.Select(run => run.Losses)));

    /// <summary>The losses over the training time in milliseconds.</summary>
    /// <inheritdoc cref="OverEpochs"/>
    public static IEnumerable<(string Name, IEnumerable<(double[] X, double[] Y)> Runs)> OverTime(
        this IEnumerable<TrainingRun[]> runs, IEnumerable<string> names) =>
        names.Zip(runs, (name, ofRule) => (name, ofRule.Select(run => (run.Milliseconds, run.Losses))));
}
