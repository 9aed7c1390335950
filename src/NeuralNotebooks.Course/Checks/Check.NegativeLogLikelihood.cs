namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string MeanLossPart = "The loss";

    private static readonly Exercise<LabelledProbabilities> _negativeLogLikelihoodExercise = new()
    {
        Cases = () => [LabelledProbabilities.OfTheNotebook(), LabelledProbabilities.OfSizes(3, 5), LabelledProbabilities.OfSizes(4, 7), LabelledProbabilities.OfSizes(3, 1)],
        Describe = batch => batch.Sizes,
        Reference = batch => [Part.Number(MeanLossPart, batch.Mean(p => -Math.Log(p)))],
        HasMean = true,
        Praise = "The mean of −log p(y): small where the truth was thought probable, and without a limit where it was thought impossible.",
        Mistakes =
        [
            Wrong("This is the sum over the examples. Divide by their number, so that the loss does not grow with the batch.",
                batch => batch.Examples * batch.Mean(p => -Math.Log(p))),
            Wrong("This is the mean of log p(y), the log-likelihood, which one wants large. The loss is its negative.", batch => batch.Mean(Math.Log)),
            Wrong("You divide by the number of all entries of P. Only one entry in each column counts: divide by the number of columns.",
                batch => batch.Mean(p => -Math.Log(p)) / batch.P.Rows),
            Wrong("You take the logarithm of all three entries in each column. Only the entry of the right species counts, `P[labels[j], j]`.",
                batch => batch.P.Map(p => -Math.Log(p)).Sum() / batch.Examples),
            Wrong("You take the logarithm of all entries, and their mean. Only the entry of the right species counts, `P[labels[j], j]`.",
                batch => batch.P.Map(p => -Math.Log(p)).Mean()),
            Wrong("This is the logarithm of the mean probability. Take the logarithm of each first, then the mean.", batch => -Math.Log(batch.Mean(p => p))),
            Wrong("The logarithm is missing: this is the mean of p(y).", batch => batch.Mean(p => p), near: false),
            Wrong("The logarithm is missing: this is minus the mean of p(y).", batch => -batch.Mean(p => p)),
            Wrong("You divide by the number of classes, the rows of P. The mean is over the examples, the columns.",
                batch => batch.Mean(p => -Math.Log(p)) * batch.Examples / batch.P.Rows),
            Wrong("The first example is left out: columns count from 0.",
                batch => batch.Mean(p => -Math.Log(p)) + (Math.Log(batch.P[batch.Labels[0], 0]) / batch.Examples)),
            Wrong("The last example is left out: the loop ends one too early. It runs while `j < P.Columns`.",
                batch => batch.Mean(p => -Math.Log(p)) + (Math.Log(batch.P[batch.Labels[^1], batch.Examples - 1]) / batch.Examples)),
            Wrong("Only the first example is counted: the `return` stands inside the loop.", batch => -Math.Log(batch.P[batch.Labels[0], 0]) / batch.Examples),
            Wrong("This is the mean of 1 − p(y). The loss is the mean of −log p(y).", batch => batch.Mean(p => 1 - p), near: false),
            Wrong("You used the logarithm to base 2. The loss uses the natural one, `Math.Log`.", batch => batch.Mean(p => -Math.Log2(p))),
            Wrong("You used the logarithm to base 10. The loss uses the natural one, `Math.Log`.", batch => batch.Mean(p => -Math.Log10(p))),
            Wrong("You used the largest probability of each column. That is what the network believes; the loss asks for the truth, `P[labels[j], j]`.",
                batch => Enumerable.Range(0, batch.Examples).Average(j => -Math.Log(batch.P.Column(j).Max()))),
            Wrong("Only the first example is counted: the `return` stands inside the loop.", batch => -Math.Log(batch.P[batch.Labels[0], 0])),
            Wrong("Only the last example is counted: `=` where `+=` (or `-=`) is needed.",
                batch => -Math.Log(batch.P[batch.Labels[^1], batch.Examples - 1]) / batch.Examples),
        ],
    };

    /// <summary>Notebook 05: the mean of −log p(y) over a batch.</summary>
    /// <param name="loss">The student's function: from the probabilities (classes × m) and the m labels, as row indices, to the loss.</param>
    public static Verdict NegativeLogLikelihood(Func<Matrix<double>, int[], double> loss) => loss is null
        ? Signature.Differs(loss, "double (Matrix<double>, int[])")
        : _negativeLogLikelihoodExercise.Judge(batch => [Part.Number(MeanLossPart, loss(batch.P, batch.Labels))]);

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict NegativeLogLikelihood(Delegate loss) => Signature.Differs(loss, "double (Matrix<double>, int[])");

    private static Mistake<LabelledProbabilities> Wrong(string sentence, Func<LabelledProbabilities, double> value, bool near = true) =>
        new(MeanLossPart, sentence, batch => Matrix.Column(value(batch)), near);

    /// <summary>P (classes × m), whose columns sum to 1, and the row of the truth in each column.</summary>
    private sealed record LabelledProbabilities(Matrix<double> P, int[] Labels)
    {
        public int Examples => P.Columns;

        public string Sizes => FormattableString.Invariant(
            $"for {P.Columns} {(P.Columns == 1 ? "example" : "examples")} of {P.Rows} classes");

        public double Mean(Func<double, double> f) => Labels.Select((label, j) => f(P[label, j])).Average();

        public static LabelledProbabilities OfTheNotebook() =>
            new(Matrix.Of(new[,] { { 0.7, 0.2 }, { 0.2, 0.5 }, { 0.1, 0.3 } }), [0, 2]);

        public static LabelledProbabilities OfSizes(int classes, int examples) => new(
            NeuralNotebooks.Softmax.Of(Matrix.Uniform<double>(classes, examples, seed: 6, low: -2, high: 2)),
            [.. Enumerable.Range(0, examples).Select(j => (2 * j + 1) % classes)]);
    }
}
