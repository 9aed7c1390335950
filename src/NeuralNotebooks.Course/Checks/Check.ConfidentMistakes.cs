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
        Parts = b => b.ConfidentMistakes,
    };

    /// <summary>Notebook 08: the indices of the misread images, the most confident first.</summary>
    /// <param name="confidentMistakes">From probabilities, classes × images, and labels to column indices.</param>
    public static Verdict ConfidentMistakes(Func<M, int[], int[]>? confidentMistakes) =>
        _confidentMistakes.Judge(confidentMistakes, b => confidentMistakes!(b.Scores, b.Labels));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict ConfidentMistakes(Delegate? confidentMistakes) =>
        _confidentMistakes.Refuse(confidentMistakes);
}

internal sealed partial record LabelledScores
{
    public Part<LabelledScores>[] ConfidentMistakes =>
        [new("The list, as a column,", this, b => Matrices.Column(b.Misread.OrderByDescending(b.Confidence)))
        {
            { "They are all there, the *least* confident first. Reverse the order: `OrderByDescending`.",
                Matrices.Column(Misread.OrderBy(Confidence)) },
            { "They are all there, in the order of the images. Sort them by the probability of the network's "
                + "answer, the largest first.",
                Matrices.Column(Misread) },
            { "They are sorted by the probability of the *truth*, the smallest first: that is the order of the "
                + "loss. Confident means a large probability of the network's own answer.",
                Matrices.Column(Misread.OrderBy(OfTruth)) },
            { "They are sorted by the probability of the *truth*. Sort by the probability of the network's answer.",
                Matrices.Column(Misread.OrderByDescending(OfTruth)) },
            { "These are the images that are read *correctly*. Keep those whose answer differs from the label.",
                Matrices.Column(All.Except(Misread).OrderByDescending(Confidence)), NotYet },
            { "All images are listed, the right ones too. Keep those whose answer differs from the label.",
                Matrices.Column(All.OrderByDescending(Confidence)) },
            { "These are the answers of the network, not the numbers of the images.",
                Matrices.Column(Misread.OrderByDescending(Confidence).Select(Answer)) },
            { "These are the labels, not the numbers of the images.",
                Matrices.Column(Misread.OrderByDescending(Confidence).Select(j => Labels[j])) },
            { "The images are counted from 1 in your list. Count from 0, as columns are.",
                Matrices.Column(Misread.OrderByDescending(Confidence).Select(j => j + 1)) },
        }];
}
