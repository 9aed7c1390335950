namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string ConfidentPart = "The list, as a column,";
    private const string ConfidentSignature = "int[] ConfidentMistakes(Matrix<double> P, int[] labels)";

    private static readonly Exercise<LabelledScores> _confidentMistakesExercise = new()
    {
        Cases = () => [LabelledScores.Random(10, 8, seed: 4).AsProbabilities(), LabelledScores.Random(10, 25, seed: 5).AsProbabilities(), LabelledScores.Random(3, 40, seed: 6).AsProbabilities()],
        Describe = batch => batch.Describe(),
        Reference = batch => [new(ConfidentPart, Listed(Misread(batch).OrderByDescending(j => Confidence(batch, j))))],
        Starter = _ => [new(ConfidentPart, Listed([]))],
        IfZero = "(Written already? Then your code keeps no image: it returns an empty list.)",
        Mistakes =
        [
            InOrder("They are all there, the *least* confident first. Reverse the order: `OrderByDescending`.", b => Misread(b).OrderBy(j => Confidence(b, j))),
            InOrder("They are all there, in the order of the images. Sort them by the probability of the network's answer, the largest first.", Misread),
            InOrder("They are sorted by the probability of the *truth*, the smallest first: that is the order of the loss. Confident means a large probability of the network's own answer.",
                b => Misread(b).OrderBy(j => b.Scores[b.Labels[j], j])),
            InOrder("They are sorted by the probability of the *truth*. Sort by the probability of the network's answer.", b => Misread(b).OrderByDescending(j => b.Scores[b.Labels[j], j])),
            InOrder("These are the images that are read *correctly*. Keep those whose answer differs from the label.",
                b => Enumerable.Range(0, b.Examples).Where(b.IsRight).OrderByDescending(j => Confidence(b, j)), isNear: false),
            InOrder("All images are listed, the right ones too. Keep those whose answer differs from the label.",
                b => Enumerable.Range(0, b.Examples).OrderByDescending(j => Confidence(b, j))),
            InOrder("These are the answers of the network, not the numbers of the images.", b => Misread(b).OrderByDescending(j => Confidence(b, j)).Select(b.Answer)),
            InOrder("These are the labels, not the numbers of the images.", b => Misread(b).OrderByDescending(j => Confidence(b, j)).Select(j => b.Labels[j])),
            InOrder("The images are counted from 1 in your list. Count from 0, as columns are.", b => Misread(b).OrderByDescending(j => Confidence(b, j)).Select(j => j + 1)),
        ],
        Praise = "Only the misread ones, and first those of which the network was surest.",
    };

    /// <summary>Notebook 08: the indices of the misread images, the most confident first.</summary>
    /// <param name="confidentMistakes">From probabilities, classes × images, and labels to column indices.</param>
    public static Verdict ConfidentMistakes(Func<Matrix<double>, int[], int[]>? confidentMistakes) => confidentMistakes is null
        ? Signature.Differs(null, ConfidentSignature)
        : _confidentMistakesExercise.Judge(batch =>
        {
            int[]? list = confidentMistakes(batch.Scores, batch.Labels);
            return [new(ConfidentPart, list is null ? null : Listed(list))];
        });

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict ConfidentMistakes(Delegate? confidentMistakes) => Signature.Differs(confidentMistakes, ConfidentSignature);

    private static double Confidence(LabelledScores batch, int j) => batch.Scores[batch.Answer(j), j];

    private static IEnumerable<int> Misread(LabelledScores batch) => Enumerable.Range(0, batch.Examples).Where(j => !batch.IsRight(j));

    private static Matrix<double> Listed(IEnumerable<int> images) => Matrix.Column([.. images.Select(j => (double)j)]);

    private static Mistake<LabelledScores> InOrder(string sentence, Func<LabelledScores, IEnumerable<int>> wrong, bool isNear = true) =>
        new(ConfidentPart, sentence, batch => Listed(wrong(batch)), isNear);
}
