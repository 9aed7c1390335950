namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<LabelledScores> _negativeLogLikelihood = new()
    {
        Cases = () =>
            [new(Matrix.Of(new[,] { { 0.7, 0.2 }, { 0.2, 0.5 }, { 0.1, 0.3 } }), [0, 2]),
            LabelledScores.Probabilities(3, 5), LabelledScores.Probabilities(3, 1),
            LabelledScores.Probabilities(4, 1500),
            new(Matrix.Of(new[,] { { 1e-20, 0.25 }, { 0.5, 0.5 }, { 0.5, 0.25 } }), [0, 1]),
            new(Matrix.Of(new[,] { { 0.5, 0.25, 0.2 }, { 0.3, 0, 0.2 }, { 0.2, 0.75, 0.6 } }), [0, 1, 2]),
            new(Matrix.Of(new[,] { { 0.5 }, { 0.5 }, { 0 } }), [0])],
        Describe = b => $"for {TextOf.Count(b.Examples, "example")} of {b.Scores.Rows} classes"
            + $"{(b.All.Min(b.OfTruth) is < 1e-9 and var p ? $", and a p(y) of {TextOf.Number(p)}" : "")}",
        HasMean = true,
        Praise = "The mean of −log p(y): small where the truth was thought probable, and without a limit where it "
            + "was thought impossible.",
        Parts = b => b.NegativeLogLikelihood,
    };

    /// <summary>Notebook 05: the mean of −log p(y) over a batch.</summary>
    /// <param name="loss">The student's function: from the probabilities (classes × m) and the m labels, as row
    /// indices, to the loss.</param>
    public static Verdict NegativeLogLikelihood(Func<M, int[], double> loss) =>
        _negativeLogLikelihood.Judge(b => loss(b.Scores, b.Labels));
}
