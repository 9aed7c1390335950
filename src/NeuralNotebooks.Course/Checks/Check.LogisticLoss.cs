namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<LabelledLogits> _logisticLoss = new()
    {
        Expected = "(double loss, Matrix<double> ds) LogisticLoss(Matrix<double> s, Matrix<double> y)",
        // Those that break a naive form: ±40, where σ rounds to 1, and ±800, where e^s overflows.
        Cases = () =>
        [
            new(Matrix.Row(2, -1, 0.5), Matrix.Row(1, 0, 0), "for the logits 2, −1, 0.5"),
            new(Matrix.Row(-3, 1.5, 0, -0.2, 4), Matrix.Row(1, 1, 0, 0, 0), "for five other logits"),
            new(Matrix.Row(40, -40), Matrix.Row(1, 1), "for the logits 40 and −40"),
            new(Matrix.Row(800, -800, 800, -800), Matrix.Row(1, 0, 0, 1), "for the logits 800 and −800"),
            new(Matrix.Row(-1.25), Matrix.Row(1), "for a batch of one"),
        ],
        Describe = b => b.Situation,
        FailsLater = "The number of examples is written into the code. Take it from the matrix: `s.Columns`.",
        HasMean = true,
        Praise = "Loss and slopes agree, also at s = ±800, where the other forms give ∞ or NaN.",
        Parts =
        [
            MeanLoss,
            new("∂L/∂s", b => b.Slopes)
            {
                { "You forgot to divide by m: the loss is a mean, so every example has a weight of 1/m.",
                    b => b.Examples * b.Slopes },
                { "The sign is wrong: it is p − y, minus the error. y − p is the slope of the log-likelihood.",
                    b => -b.Slopes },
                { "Two things: the sign is wrong (it is p − y), and you forgot to divide by m.",
                    b => -b.Examples * b.Slopes, NotYet },
                { "This is the chain rule to the letter. Where ŷ is rounded to 0 or 1 it divides 0 by 0. Multiply "
                    + "out by hand first: p − y is left.",
                    b => b.Each(l => l.ByChainRule) / b.Examples },
                { "This is the chain rule to the letter, with the sign of the log-likelihood. Multiply out by hand "
                    + "first, and turn the sign: p − y.",
                    b => -b.Each(l => l.ByChainRule) / b.Examples, NotYet },
                { "σ was written as e^s/(1 + e^s), which is ∞/∞ from s = 710 on. Use 1/(1 + e^−s).",
                    b => b.Each(l => Math.Exp(l.s) / (1 + Math.Exp(l.s)) - l.y) / b.Examples },
                { "Brackets are missing: only y is divided by m, not the whole difference p − y.",
                    b => b.Each(l => l.p) - b.Y / b.Examples },
                { "σ is missing: p is σ(s), not s.", b => (b.S - b.Y) / b.Examples },
                { "σ′ = p(1 − p) should not be there: with the cross-entropy it cancels. This is the slope of the "
                    + "squared error.",
                    b => b.Each(l => (l.p - l.y) * l.p * (1 - l.p)) / b.Examples },
                { "This is ∂L/∂ŷ. One step is missing: multiply by ŷ(1 − ŷ), and it simplifies to p − y.",
                    b => b.Each(l => (1 - l.y) / (1 - l.p) - l.y / l.p) / b.Examples },
                { "The factor 2 belongs to a square, and there is none here.", b => 2 * b.Slopes },
                { "y is missing: this is p.", b => b.Each(l => l.p) / b.Examples, NotYet },
                { "The labels are exchanged: it is p − y, not p − (1 − y).", b => b with { Y = 1 - b.Y } },
                { "The sign in σ is wrong: σ(s) = 1/(1 + e^−s).",
                    b => b.Each(l => 1 / (1 + Math.Exp(l.s)) - l.y) / b.Examples },
                { "This is one number, all slopes added up. Each logit has a slope of its own: 1 × m, like s.",
                    b => b.Slopes.RowSums() },
            },
        ],
    };

    private static readonly Exercise<LabelledLogits> _crossEntropy = _logisticLoss with
    {
        Expected = "double Loss(Matrix<double> s, Matrix<double> y)",
        Praise = "The loss agrees, also at s = ±800, where the other forms give ∞ or NaN.",
        Parts = [MeanLoss],
    };

    /// <summary>The mean binary cross-entropy of a batch, from logits of any size.</summary>
    /// <param name="loss">From s (1 × m) and y (1 × m, each 0 or 1).</param>
    public static Verdict CrossEntropy(Func<M, M, double>? loss) =>
        _crossEntropy.Judge(loss, b => loss!(b.S, b.Y));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict CrossEntropy(Delegate? loss) => _crossEntropy.Refuse(loss);

    /// <summary>Notebook 02: the mean binary cross-entropy of a batch, and ∂L/∂s, from logits of any size.</summary>
    /// <param name="loss">From s (1 × m) and y (1 × m, each 0 or 1).</param>
    public static Verdict LogisticLoss(Func<M, M, (double loss, M ds)>? loss) =>
        _logisticLoss.Judge(loss, b => loss!(b.S, b.Y));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict LogisticLoss(Delegate? loss) => _logisticLoss.Refuse(loss);

    private static Part<LabelledLogits> MeanLoss => new("The loss", b => b.MeanLoss)
    {
        { "This is the sum over the examples. Divide by m, their number: the loss is a mean.",
            b => b.Examples * b.MeanLoss },
        LossOfOne.In<LabelledLogits>((b, loss) => Matrix.Column(b.Each(l => loss(l)[0, 0]).Mean())),
        { "Only the first example is counted: the `return` stands inside the loop.", b => b.Each(l => l.Loss)[0, 0] },
        { "The first example is left out: columns count from 0.",
            b => b.MeanLoss - b.Each(l => l.Loss)[0, 0] / b.Examples },
        { "The last example is left out: the loop ends one too early. It runs while `i < m`.",
            b => b.MeanLoss - b.Each(l => l.Loss)[0, b.Examples - 1] / b.Examples },
        { "Only the last example is counted: `=` where `+=` is needed.",
            b => b.Each(l => l.Loss)[0, b.Examples - 1] / b.Examples },
    };

    private static Part<Logit> LossOfOne => new("", l => l.Loss)
    {
        { "This is the log-likelihood, which one wants large. The loss is its negative.", l => -l.Loss },
        { "This is the form with ln ŷ and ln(1 − ŷ). From s = 37 on, ŷ is rounded to exactly 1, and ln 0 is −∞. Use "
            + "the form with s.",
            l => l.Naive },
        { "This is the naive form with its sign turned too: the log-likelihood, and it takes the logarithm of 0 "
            + "where ŷ is rounded to 0 or 1.",
            l => -l.Naive, NotYet },
        Logit.KeptAway.Select(loss => new Mistake<Logit>(
            "You keep ŷ away from 0 and 1 by a small number. Then the loss is finite, but wrong: a mistake at s = "
                + "−40 must cost 40. Use the form with s.",
            l => Matrix.Column(loss(l)), Almost)),
        { "e^s overflows from s = 710 on: this is the notes' log(1 + e^s). Take max(s, 0) out of the logarithm, so "
            + "that the exponent is −|s|.",
            l => Math.Log(1 + Math.Exp(l.s)) - l.y * l.s },
        { "e^s overflows from s = 710 on, and the sign is that of the log-likelihood.",
            l => l.y * l.s - Math.Log(1 + Math.Exp(l.s)), NotYet },
        { "The absolute value is missing in the exponent: it is e^−|s|, which is at most 1 on both sides.",
            l => l with { Exponent = -l.s } },
        { "The minus is missing in the exponent: it is e^−|s|, which is at most 1 on both sides.",
            l => l with { Exponent = Math.Abs(l.s) } },
        { "max(s, 0) is missing. It is what was taken out of the logarithm.", l => l with { Max = 0 } },
        { "It is max(s, 0), not min(s, 0).", l => l with { Max = Math.Min(l.s, 0) } },
        { "It is max(s, 0), not |s|.", l => l with { Max = Math.Abs(l.s) } },
        { "The term ys is missing: without it the labels do not matter.", l => l with { y = 0 } },
        { "The sign of ys is wrong: where y = 1, a large s must make the loss small.", l => l with { y = -l.y } },
        { "The labels are swapped, or the sign of s is wrong: this treats y = 1 as if it were 0, and vice versa.",
            l => l with { y = 1 - l.y } },
        { "The logarithm is missing: ln(1 + e^−|s|) is the last term.", l => l.Max - l.y * l.s + Math.Exp(l.Exponent) },
        { "The 1 is missing in the logarithm: ln(1 + e^−|s|).",
            l => l.Max - l.y * l.s + Math.Log(Math.Exp(l.Exponent)) },
        { "The last term is missing: ln(1 + e^−|s|).", l => l.Max - l.y * l.s },
        { "This is half the squared error of y and ŷ. The loss of a yes-or-no question is the cross-entropy.",
            l => Math.Pow(l.y - l.p, 2) / 2, NotYet },
        { "This is the squared error of y and ŷ. The loss of a yes-or-no question is the cross-entropy.",
            l => Math.Pow(l.y - l.p, 2), NotYet },
    };
}
