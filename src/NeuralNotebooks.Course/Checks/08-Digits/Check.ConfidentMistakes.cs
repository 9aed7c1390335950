namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<LabelledScores> _confidentMistakes = new()
    {
        Cases = () => [.. LabelledScores.Cases(seed: 4).Select(batch => batch.AsProbabilities())],
        Describe = b => $"for {TextOf.Count(b.Examples, "image")} and {b.Scores.Rows} classes",
        Praise = "Only the misread ones, and first those of which the network was surest.",
        Parts = b => b.ConfidentMistakes,
    };

    /// <summary>Notebook 08: the indices of the misread images, the most confident first.</summary>
    /// <param name="confidentMistakes">From probabilities, classes × images, and labels to column indices.</param>
    public static Verdict ConfidentMistakes(Func<M, int[], int[]> confidentMistakes) =>
        _confidentMistakes.Judge(b => confidentMistakes(b.Scores, b.Labels));

    /// <summary>Notebook 08: the right list, for what follows the checkpoint.</summary>
    public static int[] RightConfidentMistakes(M P, int[] labels) =>
        Attempt.CoursesOwn(new LabelledScores(P, labels)).MostConfident;
}
