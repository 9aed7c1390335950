namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<LabelledScores> _negativeLogLikelihood = new()
    {
        Expected = "double (Matrix<double>, int[])",
        Cases = () =>
            [new(Matrix.Of(new[,] { { 0.7, 0.2 }, { 0.2, 0.5 }, { 0.1, 0.3 } }), [0, 2]),
            Probabilities(3, 5), Probabilities(4, 7), Probabilities(3, 1)],
        Describe = b => $"for {Readable.Count(b.Examples, "example")} of {b.Scores.Rows} classes",
        HasMean = true,
        Praise = "The mean of −log p(y): small where the truth was thought probable, and without a limit where it "
            + "was thought impossible.",
        Parts = b => b.NegativeLogLikelihood,
    };

    /// <summary>Notebook 05: the mean of −log p(y) over a batch.</summary>
    /// <param name="loss">
    /// The student's function: from the probabilities (classes × m) and the m labels, as row indices, to the loss.
    /// </param>
    public static Verdict NegativeLogLikelihood(Func<M, int[], double>? loss) =>
        _negativeLogLikelihood.Judge(loss, b => loss!(b.Scores, b.Labels));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict NegativeLogLikelihood(Delegate? loss) => _negativeLogLikelihood.Refuse(loss);

    private static LabelledScores Probabilities(int classes, int examples) => new(
        NeuralNotebooks.Softmax.Of(Matrix.Uniform<double>(classes, examples, seed: 6, low: -2, high: 2)),
        LabelledScores.EverySecondClass(classes, examples));
}

internal sealed partial record LabelledScores
{
    public Part<LabelledScores>[] NegativeLogLikelihood => [new("The loss", this, b => b.Cost)
    {
        { "This is the sum over the examples. Divide by their number, so that the loss does not grow with the batch.",
            Examples * Cost },
        { "This is the mean of log p(y), the log-likelihood, which one wants large. The loss is its negative.",
            MeanOfTruth(Log) },
        { "You divide by the number of all entries of P. Only one entry in each column counts: divide by the "
            + "number of columns.",
            Cost / Scores.Rows },
        { "You take the logarithm of all three entries in each column. Only the entry of the right species "
            + "counts, `P[labels[j], j]`.",
            -Scores.Map(Log).Sum() / Examples },
        { "You take the logarithm of all entries, and their mean. Only the entry of the right species counts, "
            + "`P[labels[j], j]`.",
            -Scores.Map(Log).Mean() },
        { "This is the logarithm of the mean probability. Take the logarithm of each first, then the mean.",
            -Log(MeanOfTruth(p => p)) },
        { "The logarithm is missing: this is the mean of p(y).", MeanOfTruth(p => p), NotYet },
        { "The logarithm is missing: this is minus the mean of p(y).", MeanOfTruth(p => -p) },
        { "You divide by the number of classes, the rows of P. The mean is over the examples, the columns.",
            Cost * Examples / Scores.Rows },
        { "The first example is left out: columns count from 0.", Cost - CostOf(0) / Examples },
        { "The last example is left out: the loop ends one too early. It runs while `j < P.Columns`.",
            Cost - CostOf(Examples - 1) / Examples },
        { "Only the first example is counted: the `return` stands inside the loop.", CostOf(0) / Examples },
        { "This is the mean of 1 − p(y). The loss is the mean of −log p(y).", MeanOfTruth(p => 1 - p), NotYet },
        { "You used the logarithm to base 2. The loss uses the natural one, `Math.Log`.", MeanOfTruth(p => -Log2(p)) },
        { "You used the logarithm to base 10. The loss uses the natural one, `Math.Log`.",
            MeanOfTruth(p => -Log10(p)) },
        { "You used the largest probability of each column. That is what the network believes; the loss asks "
            + "for the truth, `P[labels[j], j]`.",
            All.Average(j => -Log(Confidence(j))) },
        { "Only the first example is counted: the `return` stands inside the loop.", CostOf(0) },
        { "Only the last example is counted: `=` where `+=` (or `-=`) is needed.", CostOf(Examples - 1) / Examples },
    }];
}
