namespace NeuralNotebooks.Course;

/// <summary>A network's scores for some images, one column each, and the images' labels.</summary>
internal sealed record LabelledScores(M Scores, int[] Labels)
{
    // Values of ε that programs commonly add in a logarithm.
    public static readonly double[] Epsilons = [1e-15, 1e-16, 1e-12, 1e-10, 1e-9, 1e-8, 1e-7];

    public int Examples => Scores.Columns;

    public IEnumerable<int> All => Enumerable.Range(0, Examples);

    /// <summary>The images whose largest score is not in the label's row.</summary>
    public IEnumerable<int> Misread => All.Where(j => Answer(j) != Labels[j]);

    public int[] MostConfident => [.. Misread.OrderByDescending(Confidence)];

    public static LabelledScores[] Cases(int seed) =>
        [Random(10, 8, seed), Random(10, 25, seed + 1), Random(10, 40, seed + 2)];

    public int Answer(int j) => Enumerable.Range(0, Scores.Rows).MaxBy(k => Scores[k, j]);

    public double Confidence(int j) => Scores[Answer(j), j];

    public double OfTruth(int j) => Scores[Labels[j], j];

    /// <summary>−ln of the probability of the truth.</summary>
    public double CostOf(int j) => -Log(OfTruth(j));

    public double Cost => All.Average(CostOf);

    public double MeanOfTruth(Func<double, double> f) => All.Average(j => f(OfTruth(j)));

    public LabelledScores AsProbabilities() => this with { Scores = Softmax.Of(Scores) };

    /// <summary>The labels 1, 3, 5, …, beginning anew after the last class.</summary>
    public static int[] EverySecondClass(int classes, int examples) =>
        [.. Enumerable.Range(0, examples).Select(j => (2 * j + 1) % classes)];

    public static LabelledScores Probabilities(int classes, int examples) => new(
        Softmax.Of(Matrix.Uniform<double>(classes, examples, seed: 6, low: -2, high: 2)),
        EverySecondClass(classes, examples));

    /// <summary>Random scores. The label of every third column is the class with the largest score, so that some
    /// answers are right and some are wrong.</summary>
    private static LabelledScores Random(int classes, int examples, int seed)
    {
        var random = new Random(seed);
        int[] labels = [.. Enumerable.Range(0, examples).Select(_ => random.Next(classes))];
        var made = new LabelledScores(Matrix.Normal<double>(classes, examples, random), labels);
        for (int j = 0; j < examples; j += 3)
            labels[j] = made.Answer(j);
        return made;
    }

    public Part<LabelledScores>[] NegativeLogLikelihood => [new("The loss", b => b.Cost)
    {
        { ("This is the sum over the examples.",
            "Divide by their number, so that the loss does not grow with the batch."), Examples * Cost },
        { ("The product of so many probabilities is 0 as a `double`.", "Add their logarithms."),
            -Log(All.Aggregate(1.0, (product, j) => product * OfTruth(j))) / Examples },
        { ("This is the mean of log p(y), the log-likelihood, which one wants large.", "The loss is its negative."),
            MeanOfTruth(Log) },
        { ("You divide by the number of all entries of P.",
            "Only one entry in each column counts: divide by the number of columns."), Cost / Scores.Rows },
        { ("You take the logarithm of all three entries in each column.",
            "Only the entry of the right species counts, `P[labels[j], j]`."), -Scores.Map(Log).Sum() / Examples },
        { ("This is the logarithm of the mean probability.", "Take the logarithm of each first, then the mean."),
            -Log(MeanOfTruth(p => p)) },
        { ("The logarithm is missing:", "this is the mean of p(y)."), MeanOfTruth(p => p), NotYet },
        { ("You divide by the number of classes, the rows of P.", "The mean is over the examples, the columns."),
            Cost * Examples / Scores.Rows },
        Epsilons.Select(ε => new Mistake(
            ("You add a small number inside the logarithm.",
                "Then an answer that was sure and wrong costs too little: take the logarithm of p(y) itself."),
            () => Matrix.Column(MeanOfTruth(p => -Log(p + ε))), Almost)),
        { ("The first example is left out:", "columns count from 0."), Cost - CostOf(0) / Examples },
        { ("The last example is left out:", "the loop ends one too early. It runs while `j < P.Columns`."),
            Cost - CostOf(Examples - 1) / Examples },
        { ("Only the first example is counted:", "the `return` stands inside the loop."), CostOf(0) / Examples },
        { ("You used the largest probability of each column.",
            "That is what the network believes; the loss asks for the truth, `P[labels[j], j]`."),
            All.Average(j => -Log(Confidence(j))) },
        { ("Only the last example is counted:", "`=` where `+=` (or `-=`) is needed."),
            CostOf(Examples - 1) / Examples },
    }];

    public Part<LabelledScores>[] ConfidentMistakes =>
        [new("The list, as a column,", b => Matrices.Column(b.MostConfident))
        {
            { ("They are all there, the *least* confident first.", "Reverse the order: `OrderByDescending`."),
                Matrices.Column(Misread.OrderBy(Confidence)) },
            { ("They are all there, in the order of the images.",
                "Sort them by the probability of the network's answer, the largest first."), Matrices.Column(Misread) },
            { ("They are sorted by the probability of the *truth*, the smallest first:",
                "that is the order of the loss. Confident means a large probability of the network's own answer."),
                Matrices.Column(Misread.OrderBy(OfTruth)) },
            { ("These are the images that are read *correctly*.", "Keep those whose answer differs from the label."),
                Matrices.Column(All.Except(Misread).OrderByDescending(Confidence)), NotYet },
            { ("All images are listed, the right ones too.", "Keep those whose answer differs from the label."),
                Matrices.Column(All.OrderByDescending(Confidence)) },
        }];
}
