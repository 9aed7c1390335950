namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<LabelledScores> _errorRate = new()
    {
        Cases = () => [.. LabelledScores.Cases(seed: 1), new(Matrix.Column(-1, -2, -3), [2])],
        Describe = b => $"for {TextOf.Count(b.Examples, "image")} and {b.Scores.Rows} classes",
        HasMean = true,
        Praise = "The largest score of each column is the answer, and the wrong ones are counted in percent.",
        Parts = b => b.ErrorRate,
    };

    /// <summary>Notebook 08: the percentage of images whose largest score is in the wrong row.</summary>
    /// <param name="errorRate">From scores, classes × images, and labels to percent.</param>
    public static Verdict ErrorRate(Func<M, int[], double> errorRate) =>
        _errorRate.Judge(b => errorRate(b.Scores, b.Labels));

    private static readonly Exercise<LabelledScores> _confidentMistakes = _errorRate with
    {
        Cases = () => [.. LabelledScores.Cases(seed: 4).Select(batch => batch.AsProbabilities())],
        HasMean = false,
        Praise = "Only the misread ones, and first those of which the network was surest.",
        Parts = b => b.ConfidentMistakes,
    };

    /// <summary>Notebook 08: the indices of the misread images, the most confident first.</summary>
    /// <param name="confidentMistakes">From probabilities, classes × images, and labels to column indices.</param>
    public static Verdict ConfidentMistakes(Func<M, int[], int[]> confidentMistakes) =>
        _confidentMistakes.Judge(b => confidentMistakes(b.Scores, b.Labels));
}
