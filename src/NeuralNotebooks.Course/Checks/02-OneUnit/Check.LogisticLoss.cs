namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<LabelledLogits> _logisticLoss = new()
    {
        // A naive form fails at 33 and 36, where 1 − σ loses its digits, at ±40, where σ rounds to 1, at ±800, where
        // e^s overflows. At 12, −9, 13 and 20 the loss is small, but not 0, as if e^s were cut off.
        Cases = () =>
        [
            new(Matrix.Row(2, -1, 0.5), Matrix.Row(1, 0, 0), "for the logits 2, −1, 0.5"),
            new(Matrix.Row(-3, 1.5, 0, -0.2, 4), Matrix.Row(1, 1, 0, 0, 0), "for five other logits"),
            new(Matrix.Row(40, -40, 36, 33), Matrix.Row(1, 1, 0, 0), "for the logits 40, −40, 36 and 33"),
            new(Matrix.Row(800, -800, 800, -800), Matrix.Row(1, 0, 0, 1), "for the logits 800 and −800"),
            new(Matrix.Row(12, -9), Matrix.Row(1, 0), "for the logits 12 and −9"),
            new(Matrix.Row(-1.25), Matrix.Row(1), "for a batch of one"),
            new(Matrix.Row(13, -9), Matrix.Row(1, 0), "for the logits 13 and −9"),
            new(Matrix.Row(20, -16), Matrix.Row(1, 0), "for the logits 20 and −16"),
            new(Matrix.Row(1000, -1000), Matrix.Row(0, 1), "for the logits 1000 and −1000"),
            new(5 * Matrices.Random(1, 7, 1), Matrices.Random(1, 7, 2).Map(v => v > 0 ? 1 : 0),
                "for seven other logits"),
        ],
        Describe = b => b.Situation,
        FailsLater = ("The number of examples is written into the code.", "Take it from the matrix: `s.Columns`."),
        HasMean = true,
        Praise = "Loss and slopes agree, also at s = ±800, where the other forms give ∞ or NaN.",
        Parts = b => [b.MeanLossPart, b.SlopesPart],
    };

    private static readonly Exercise<LabelledLogits> _crossEntropy = _logisticLoss with
    {
        Praise = "The loss agrees, also at s = ±800, where the other forms give ∞ or NaN.",
        Parts = b => [b.MeanLossPart],
    };

    /// <summary>The mean binary cross-entropy of a batch, from logits of any size.</summary>
    /// <param name="loss">From s (1 × m) and y (1 × m, each 0 or 1).</param>
    public static Verdict CrossEntropy(Func<M, M, double> loss) => _crossEntropy.Judge(b => loss(b.S, b.Y));

    /// <summary>Notebook 02: the mean binary cross-entropy of a batch, and ∂L/∂s, from logits of any size.</summary>
    /// <param name="loss">From s (1 × m) and y (1 × m, each 0 or 1).</param>
    public static Verdict LogisticLoss(Func<M, M, (double loss, M ds)> loss) =>
        _logisticLoss.Judge(b => loss(b.S, b.Y)).Keep("LogisticLoss");

    /// <summary>Notebook 02: logits and labels for which every known mistake in the loss shows.</summary>
    /// <param name="logits">One for each example.</param>
    /// <param name="labels">Each 0 or 1.</param>
    public static Verdict CatchLoss(double[] logits, double[] labels)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(labels);
        if (logits.Length + labels.Length == 0)
            return Verdict.NotBegun();
        if (logits.Length != labels.Length)
        {
            return Verdict.CouldNotBeChecked(
                $"You gave {TextOf.Count(logits.Length, "logit")} and {TextOf.Count(labels.Length, "label")}. Each "
                    + "logit needs a label.");
        }
        if (labels.Any(label => label is not (0 or 1)))
            return Verdict.CouldNotBeChecked("A label is 0 or 1.");
        LabelledLogits batch = new(Matrix.Row(logits), Matrix.Row(labels), "");
        return MutationTest.Judge(batch, batch.MeanLossPart,
            "A probability that is rounded to 1, a power that overflows, a logit near 0, and no example that could be "
                + "left out.");
    }
}

/// <summary>Logits s with their labels y, as the checks of notebook 02 use them: both 1 × m.</summary>
internal sealed record LabelledLogits(M S, M Y, string Situation)
{
    public int Examples => S.Columns;

    public double MeanLoss => Each(l => l.Loss).Mean();

    /// <summary>∂L/∂s = (p − y)/m.</summary>
    public M Slopes => Each(l => l.p - l.y) / Examples;

    /// <summary>A function of each logit and its label: 1 × m.</summary>
    public M Each(Func<Logit, double> f) =>
        Matrix.Row([.. Enumerable.Range(0, Examples).Select(i => f(new(S[0, i], Y[0, i])))]);

    public Part<LabelledLogits> MeanLossPart => new("The loss", b => b.MeanLoss)
    {
        { ("This is the sum over the examples.", "Divide by m, their number: the loss is a mean."),
            Examples * MeanLoss },
        new Logit(0, 0).Part.Select((one, k) => new Mistake(one.Hint,
            () => Matrix.Column(Each(l => l.Part[k].Wrong()[0, 0]).Mean()), one.State)),
        { ("Only the first example is counted:", "the `return` stands inside the loop."), Each(l => l.Loss)[0, 0] },
        { ("The first example is left out:", "columns count from 0."), MeanLoss - Each(l => l.Loss)[0, 0] / Examples },
        { ("The last example is left out:", "the loop ends one too early. It runs while `i < m`."),
            MeanLoss - Each(l => l.Loss)[0, Examples - 1] / Examples },
        { ("Only the last example is counted:", "`=` where `+=` is needed."),
            Each(l => l.Loss)[0, Examples - 1] / Examples },
    };

    public Part<LabelledLogits> SlopesPart => new("∂L/∂s", b => b.Slopes)
    {
        { ("You forgot to divide by m:", "the loss is a mean, so every example has a weight of 1/m."),
            Examples * Slopes },
        { ("The sign is wrong:", "it is p − y, minus the error. y − p is the slope of the log-likelihood."), -Slopes },
        { "Two things: the sign is wrong (it is p − y), and you forgot to divide by m.", -Examples * Slopes, NotYet },
        { ("This is the chain rule to the letter.",
            "Where p is rounded to 0 or 1 it divides 0 by 0. Multiply out by hand first: p − y is left."),
            Each(l => l.ByChainRule) / Examples },
        { ("σ was written as e^s/(1 + e^s), which is ∞/∞ from s = 710 on.", "Use 1/(1 + e^−s)."),
            Each(l => Exp(l.s) / (1 + Exp(l.s)) - l.y) / Examples },
        { ("Brackets are missing:", "only y is divided by m, not the whole difference p − y."),
            Each(l => l.p) - Y / Examples },
        { ("σ is missing:", "p is σ(s), not s."), (S - Y) / Examples },
        { ("σ′ = p(1 − p) should not be there:",
            "with the cross-entropy it cancels. This is the slope of the squared error."),
            Each(l => (l.p - l.y) * l.p * (1 - l.p)) / Examples },
        { ("This is ∂L/∂p.", "One step is missing: multiply by p(1 − p), and it simplifies to p − y."),
            Each(l => (1 - l.y) / (1 - l.p) - l.y / l.p) / Examples },
        { ("The sign in σ is wrong:", "σ(s) = 1/(1 + e^−s)."), Each(l => 1 / (1 + Exp(l.s)) - l.y) / Examples },
    };
}

/// <summary>A logit with its label, and its loss max(s, 0) − ys + ln(1 + e^−|s|).</summary>
internal sealed record Logit(double s, double y)
{
    public double Positive { get; init; } = Max(s, 0);

    public double Exponent { get; init; } = -Abs(s);

    public double Loss => Positive - y * s + double.LogP1(Exp(Exponent));

    public double p => 1 / (1 + Exp(-s));

    /// <summary>−(y ln p + (1 − y) ln(1 − p)), computed literally, with all rounding errors.</summary>
    public double Naive => CrossEntropy(p, 1 - p);

    /// <summary>−(y/p − (1 − y)/(1 − p)) p(1 − p), computed literally, with all rounding errors.</summary>
    public double ByChainRule => -(y / p - (1 - y) / (1 - p)) * (p * (1 - p));

    /// <summary>The naive form with p kept between ε and 1 − ε, or with ε added in both logarithms.</summary>
    private double[] KeptAway(double ε) =>
        [CrossEntropy(Clamp(p, ε, 1 - ε), 1 - Clamp(p, ε, 1 - ε)), CrossEntropy(p + ε, 1 - p + ε)];

    private double CrossEntropy(double yes, double no) => -(y * Log(yes) + (1 - y) * Log(no));

    public Part<Logit> Part => new("", l => l.Loss)
    {
        { ("This is the log-likelihood, which one wants large.", "The loss is its negative."), -Loss },
        { ("This is the form with ln p and ln(1 − p).",
            "From s = 37 on, p is rounded to exactly 1, and ln 0 is −∞. Use the form with s."), Naive },
        { ("This is the naive form with its sign turned too:",
            "the log-likelihood, and it takes the logarithm of 0 where p is rounded to 0 or 1."), -Naive, NotYet },
        LabelledScores.Epsilons.SelectMany(KeptAway).Select(loss => new Mistake(
            ("You keep p away from 0 and 1 by a small number.",
                "Then the loss is finite, but wrong: a mistake at s = −40 must cost 40. Use the form with s."),
            () => Matrix.Column(loss), Almost)),
        { ("e^s overflows from s = 710 on:",
            "this is the notes' log(1 + e^s). Take max(s, 0) out of the logarithm, so that the exponent is −|s|."),
            Log(1 + Exp(s)) - y * s },
        { "e^s overflows from s = 710 on, and the sign is that of the log-likelihood.",
            y * s - Log(1 + Exp(s)), NotYet },
        { ("The absolute value is missing in the exponent:", "it is e^−|s|, which is at most 1 on both sides."),
            this with { Exponent = -s } },
        { ("The minus is missing in the exponent:", "it is e^−|s|, which is at most 1 on both sides."),
            this with { Exponent = Abs(s) } },
        { ("max(s, 0) is missing.", "It is what was taken out of the logarithm."), this with { Positive = 0 } },
        { "It is max(s, 0), not min(s, 0).", this with { Positive = Min(s, 0) } },
        { "It is max(s, 0), not |s|.", this with { Positive = Abs(s) } },
        { ("The term ys is missing:", "without it the labels do not matter."), this with { y = 0 } },
        { ("The sign of ys is wrong:", "where y = 1, a large s must make the loss small."), this with { y = -y } },
        { ("The labels are swapped, or the sign of s is wrong:", "this treats y = 1 as if it were 0, and vice versa."),
            this with { y = 1 - y } },
        { ("The logarithm is missing:", "ln(1 + e^−|s|) is the last term."), Positive - y * s + Exp(Exponent) },
        { ("The 1 is missing in the logarithm:", "ln(1 + e^−|s|)."), Positive - y * s + Log(Exp(Exponent)) },
        { ("The last term is missing:", "ln(1 + e^−|s|)."), Positive - y * s },
        { ("This is half the squared error of y and p.", "The loss of a yes-or-no question is the cross-entropy."),
            Pow(y - p, 2) / 2, NotYet },
        { ("This is the squared error of y and p.", "The loss of a yes-or-no question is the cross-entropy."),
            Pow(y - p, 2), NotYet },
    };
}
