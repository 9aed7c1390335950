namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string ErrorRatePart = "The error rate";
    private const string ErrorRateSignature = "double ErrorRate(Matrix<double> scores, int[] labels)";

    private static readonly Exercise<LabelledScores> _errorRateExercise = new()
    {
        Cases = () => [LabelledScores.Random(classes: 10, examples: 8, seed: 1), LabelledScores.Random(10, 25, seed: 2), LabelledScores.Random(3, 40, seed: 3)],
        Describe = batch => batch.Describe(),
        Reference = batch => [Part.Number(ErrorRatePart, 100.0 * batch.Count(j => !batch.IsRight(j)) / batch.Examples)],
        Mistakes =
        [
            WrongErrorRate("This is the accuracy: you count the images that are right. The error rate counts the others.", b => 100.0 * b.Count(b.IsRight) / b.Examples),
            WrongErrorRate("This is the accuracy, and as a fraction. Count the images that are wrong, and return a percentage.", b => (double)b.Count(b.IsRight) / b.Examples),
            WrongErrorRate("This is a fraction. Return a percentage: multiply by 100.", b => (double)b.Count(j => !b.IsRight(j)) / b.Examples),
            WrongErrorRate("This is the number of wrong images. Divide by how many there are, and return a percentage.", b => b.Count(j => !b.IsRight(j))),
            WrongErrorRate("This was an integer division: the fractional part is lost. Write `100.0 * wrong / m`.", b => 100 * b.Count(j => !b.IsRight(j)) / b.Examples),
            WrongErrorRate("You took the class with the *smallest* score. The largest wins.", b => 100.0 * b.Count(j => (b with { Scores = -b.Scores }).Answer(j) != b.Labels[j]) / b.Examples),
            WrongErrorRate("You divided by the number of classes. Divide by the number of images, `scores.Columns`.", b => 100.0 * b.Count(j => !b.IsRight(j)) / b.Scores.Rows),
            WrongErrorRate("The classes are counted from 0, as the labels are: your answer is one too high.", b => 100.0 * b.Count(j => b.Answer(j) + 1 != b.Labels[j]) / b.Examples),
            WrongErrorRate("Your search for the largest score begins at 0: where all scores are negative, it finds none. Begin with the first score.",
                b => 100.0 * b.Count(j => AnswerAboveZero(b, j) != b.Labels[j]) / b.Examples),
            WrongErrorRate("Your search leaves out class 0.", b => 100.0 * b.Count(j => Enumerable.Range(1, b.Scores.Rows - 1).MaxBy(k => b.Scores[k, j]) != b.Labels[j]) / b.Examples),
            WrongErrorRate("Your search leaves out the last class.", b => 100.0 * b.Count(j => Enumerable.Range(0, b.Scores.Rows - 1).MaxBy(k => b.Scores[k, j]) != b.Labels[j]) / b.Examples),
        ],
        Praise = "The largest score of each column is the answer, and the wrong ones are counted in percent.",
        HasMean = true,
    };

    /// <summary>Notebook 08: the percentage of images whose largest score is in the wrong row.</summary>
    /// <param name="errorRate">From scores, classes × images, and labels to percent.</param>
    public static Verdict ErrorRate(Func<Matrix<double>, int[], double>? errorRate) => errorRate is null
        ? Signature.Differs(null, ErrorRateSignature)
        : _errorRateExercise.Judge(batch => [Part.Number(ErrorRatePart, errorRate(batch.Scores, batch.Labels))]);

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict ErrorRate(Delegate? errorRate) => Signature.Differs(errorRate, ErrorRateSignature);

    private static int AnswerAboveZero(LabelledScores batch, int j)
    {
        (int answer, double largest) = (0, 0.0);
        for (int k = 0; k < batch.Scores.Rows; k++)
        {
            if (batch.Scores[k, j] > largest)
            {
                (answer, largest) = (k, batch.Scores[k, j]);
            }
        }

        return answer;
    }

    private static Mistake<LabelledScores> WrongErrorRate(string sentence, Func<LabelledScores, double> wrong) =>
        new(ErrorRatePart, sentence, batch => Matrix.Column(wrong(batch)));
}
