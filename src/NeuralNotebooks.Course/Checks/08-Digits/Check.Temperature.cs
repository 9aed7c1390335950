namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<Scaling> _temperature = new()
    {
        Cases = () => [.. LabelledScores.Cases(seed: 4).Select(batch =>
            new Scaling(batch, [2, 0.125, 1, 0.25, 0.5, 4, 12, 3, 6]))],
        Describe = c => $"for {TextOf.Count(c.Batch.Examples, "image")} and {c.Candidates.Length} candidates",
        Praise = "The smallest loss. No answer has changed, only the confidence.",
        Parts = c => c.Parts,
    };

    /// <summary>Notebook 08: of some temperatures the one with the smallest loss.</summary>
    /// <param name="temperature">From scores, classes × images, labels and candidates to one of these.</param>
    public static Verdict Temperature(Func<M, int[], double[], double> temperature) =>
        _temperature.Judge(c => temperature(c.Batch.Scores, c.Batch.Labels, c.Candidates));

    private sealed record Scaling(LabelledScores Batch, double[] Candidates)
    {
        private LabelledScores At(double T) => Batch with { Scores = Softmax.Of(Batch.Scores / T) };

        private double Best => Candidates.MinBy(T => At(T).Cost);

        public Part<Scaling>[] Parts => [new("The temperature", c => c.Best)
        {
            { ("This is the smallest loss.", "Return its T, one of the candidates."), At(Best).Cost, NotYet },
            { ("The scores are multiplied by T.", "Divide them, so that a T above 1 makes the network less sure."),
                Candidates.MinBy(T => At(1 / T).Cost) },
            { ("This is the smallest candidate, with which the network is surest.",
                "The loss needs the softmax of scores / T, and there the probability of the label."),
                Candidates.Min() },
            { ("By the number of right answers all candidates are equal:",
                "no T changes an answer. Compare the mean of −ln p(label)."), Candidates[0] },
        }];
    }
}
