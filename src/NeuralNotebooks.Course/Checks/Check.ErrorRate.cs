namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<LabelledScores> _errorRate = new()
    {
        Expected = "double ErrorRate(Matrix<double> scores, int[] labels)",
        Cases = () => [.. LabelledScores.Cases(seed: 1), new(Matrix.Column(-1, -2, -3), [2])],
        Describe = LabelledScores.Describe,
        HasMean = true,
        Praise = "The largest score of each column is the answer, and the wrong ones are counted in percent.",
        Parts = b => b.ErrorRate,
    };

    /// <summary>Notebook 08: the percentage of images whose largest score is in the wrong row.</summary>
    /// <param name="errorRate">From scores, classes × images, and labels to percent.</param>
    public static Verdict ErrorRate(Func<M, int[], double>? errorRate) =>
        _errorRate.Judge(errorRate, b => errorRate!(b.Scores, b.Labels));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict ErrorRate(Delegate? errorRate) => _errorRate.Refuse(errorRate);
}

internal sealed partial record LabelledScores
{
    public Part<LabelledScores>[] ErrorRate => [new("The error rate", this, b => 100.0 * b.Wrong / b.Examples)
    {
        { "This is the accuracy: you count the images that are right. The error rate counts the others.",
            100.0 - 100.0 * Wrong / Examples },
        { "This is the accuracy, and as a fraction. Count the images that are wrong, and return a percentage.",
            1 - (double)Wrong / Examples },
        { "This is a fraction. Return a percentage: multiply by 100.", (double)Wrong / Examples },
        { "This is the number of wrong images. Divide by how many there are, and return a percentage.", Wrong },
        { "This was an integer division: the fractional part is lost. Write `100.0 * wrong / m`.",
            100 * Wrong / Examples },
        { "You took the class with the *smallest* score. The largest wins.", this with { Scores = -Scores } },
        { "You divided by the number of classes. Divide by the number of images, `scores.Columns`.",
            100.0 * Wrong / Scores.Rows },
        { "The classes are counted from 0, as the labels are: your answer is one too high.",
            this with { Labels = [.. Labels.Select(label => label - 1)] } },
        { "Your search for the largest score begins at 0: where all scores are negative, it finds none. Begin "
            + "with the first score.",
            this with { Scores = Scores.Map(score => Max(score, 0)) } },
        { "Your search leaves out class 0.", WithoutClass(0) },
        { "Your search leaves out the last class.", WithoutClass(Scores.Rows - 1) },
    }];
}
