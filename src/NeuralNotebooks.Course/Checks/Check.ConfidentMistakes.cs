namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<LabelledScores> _confidentMistakes = new()
    {
        Expected = "int[] ConfidentMistakes(Matrix<double> P, int[] labels)",
        Cases = () => [.. LabelledScores.Cases(seed: 4).Select(batch => batch.AsProbabilities())],
        Describe = LabelledScores.Describe,
        Starter = _ => Array.Empty<int>(),
        IfZero = "(Written already? Then your code keeps no image: it returns an empty list.)",
        Praise = "Only the misread ones, and first those of which the network was surest.",
        Parts = [new("The list, as a column,", b => Listed(b.Misread.OrderByDescending(b.Confidence)))
        {
            { "They are all there, the *least* confident first. Reverse the order: `OrderByDescending`.",
                b => Listed(b.Misread.OrderBy(b.Confidence)) },
            { "They are all there, in the order of the images. Sort them by the probability of the network's "
                + "answer, the largest first.",
                b => Listed(b.Misread) },
            { "They are sorted by the probability of the *truth*, the smallest first: that is the order of the "
                + "loss. Confident means a large probability of the network's own answer.",
                b => Listed(b.Misread.OrderBy(b.OfTruth)) },
            { "They are sorted by the probability of the *truth*. Sort by the probability of the network's answer.",
                b => Listed(b.Misread.OrderByDescending(b.OfTruth)) },
            { "These are the images that are read *correctly*. Keep those whose answer differs from the label.",
                b => Listed(b.All.Except(b.Misread).OrderByDescending(b.Confidence)), NotYet },
            { "All images are listed, the right ones too. Keep those whose answer differs from the label.",
                b => Listed(b.All.OrderByDescending(b.Confidence)) },
            { "These are the answers of the network, not the numbers of the images.",
                b => Listed(b.Misread.OrderByDescending(b.Confidence).Select(b.Answer)) },
            { "These are the labels, not the numbers of the images.",
                b => Listed(b.Misread.OrderByDescending(b.Confidence).Select(j => b.Labels[j])) },
            { "The images are counted from 1 in your list. Count from 0, as columns are.",
                b => Listed(b.Misread.OrderByDescending(b.Confidence).Select(j => j + 1)) },
        }],
    };

    /// <summary>Notebook 08: the indices of the misread images, the most confident first.</summary>
    /// <param name="confidentMistakes">From probabilities, classes × images, and labels to column indices.</param>
    public static Verdict ConfidentMistakes(Func<M, int[], int[]>? confidentMistakes) =>
        _confidentMistakes.Judge(confidentMistakes, b => confidentMistakes!(b.Scores, b.Labels));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict ConfidentMistakes(Delegate? confidentMistakes) =>
        _confidentMistakes.Refuse(confidentMistakes);

    private static M Listed(IEnumerable<int> images) => Matrix.Column([.. images.Select(j => (double)j)]);
}
