namespace NeuralNotebooks.Course;

/// <summary>A network's scores for some images, one column each, and the images' labels.</summary>
internal sealed record LabelledScores(Matrix<double> Scores, int[] Labels)
{
    public int Examples => Scores.Columns;

    /// <summary>Random scores; every third column is given the right class, so that there is a mixture of right and wrong.</summary>
    public static LabelledScores Random(int classes, int examples, int seed)
    {
        var random = new Random(seed);
        int[] labels = [.. Enumerable.Range(0, examples).Select(_ => random.Next(classes))];
        var made = new LabelledScores(Matrix.Normal<double>(classes, examples, random), labels);
        for (int j = 0; j < examples; j += 3)
        {
            labels[j] = made.Answer(j);
        }

        return made;
    }

    /// <summary>The same with probabilities in place of scores.</summary>
    public LabelledScores AsProbabilities() => this with { Scores = Softmax.Of(Scores) };

    /// <summary>The row of the largest score of an image.</summary>
    public int Answer(int j) => Enumerable.Range(0, Scores.Rows).MaxBy(k => Scores[k, j]);

    public bool IsRight(int j) => Answer(j) == Labels[j];

    public int Count(Func<int, bool> counts) => Enumerable.Range(0, Examples).Count(counts);

    public string Describe() => FormattableString.Invariant($"for {Examples} images and {Scores.Rows} classes");
}
