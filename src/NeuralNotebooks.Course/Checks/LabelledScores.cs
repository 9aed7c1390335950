namespace NeuralNotebooks.Course;

/// <summary>A network's scores for some images, one column each, and the images' labels.</summary>
internal sealed partial record LabelledScores(M Scores, int[] Labels)
{
    public int Examples => Scores.Columns;

    public IEnumerable<int> All => Enumerable.Range(0, Examples);

    /// <summary>The images whose largest score is not in the label's row.</summary>
    public IEnumerable<int> Misread => All.Where(j => Answer(j) != Labels[j]);

    public int Wrong => Misread.Count();

    public static LabelledScores[] Cases(int seed) =>
        [Random(10, 8, seed), Random(10, 25, seed + 1), Random(3, 40, seed + 2)];

    public static Sentence Describe(LabelledScores batch) =>
        $"for {Readable.Count(batch.Examples, "image")} and {batch.Scores.Rows} classes";

    /// <summary>The row of the largest score of an image.</summary>
    public int Answer(int j) => Enumerable.Range(0, Scores.Rows).MaxBy(k => Scores[k, j]);

    /// <summary>The probability of the answer.</summary>
    public double Confidence(int j) => Scores[Answer(j), j];

    /// <summary>The probability of the truth.</summary>
    public double OfTruth(int j) => Scores[Labels[j], j];

    /// <summary>−ln of the probability of the truth.</summary>
    public double CostOf(int j) => -Log(OfTruth(j));

    /// <summary>Their mean.</summary>
    public double Cost => All.Average(CostOf);

    public double MeanOfTruth(Func<double, double> f) => All.Average(j => f(OfTruth(j)));

    /// <summary>The same with probabilities in place of scores.</summary>
    public LabelledScores AsProbabilities() => this with { Scores = Softmax.Of(Scores) };

    /// <summary>The scores as seen by a search that leaves out a class.</summary>
    public LabelledScores WithoutClass(int left) => this with
    {
        Scores = Matrices.Of(Scores.Rows, Examples, (k, j) => k == left ? double.NegativeInfinity : Scores[k, j]),
    };

    /// <summary>The labels 1, 3, 5, …, beginning anew after the last class.</summary>
    public static int[] EverySecondClass(int classes, int examples) =>
        [.. Enumerable.Range(0, examples).Select(j => (2 * j + 1) % classes)];

    /// <summary>
    /// Random scores; every third column is given the right class, so that there is a mixture of right and wrong.
    /// </summary>
    private static LabelledScores Random(int classes, int examples, int seed)
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
}
