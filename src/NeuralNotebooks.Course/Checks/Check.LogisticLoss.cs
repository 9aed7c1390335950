namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string LogisticLossPart = "The loss", LogitGradientPart = "∂L/∂s";
    private const string CrossEntropySignature = "double Loss(Matrix<double> s, Matrix<double> y)";
    private const string LogisticLossSignature = "(double loss, Matrix<double> ds) LogisticLoss(Matrix<double> s, Matrix<double> y)";

    private static readonly Exercise<LabelledLogits> _logisticLossExercise = new()
    {
        Cases = LabelledLogits.Cases,
        Describe = logits => logits.Situation,
        FailsLater = "The number of examples is written into the code. Take it from the matrix: `s.Columns`.",
        Reference = logits => [Part.Number(LogisticLossPart, logits.Loss), new(LogitGradientPart, logits.Delta)],
        Mistakes =
        [
            WrongLoss("This is the sum over the examples. Divide by m, their number: the loss is a mean.", logits => logits.Examples * logits.Loss),
            WrongLoss("This is the log-likelihood, which one wants large. The loss is its negative.", logits => -logits.Loss),
            WrongLoss("This is the form with ln ŷ and ln(1 − ŷ). From s = 37 on, ŷ is rounded to exactly 1, and ln 0 is −∞. Use the form with s.",
                LabelledLogits.Naive),
            WrongLoss("This is the naive form with its sign turned too: the log-likelihood, and it takes the logarithm of 0 where ŷ is rounded to 0 or 1.",
                (s, y) => -LabelledLogits.Naive(s, y), near: false),
            .. LabelledLogits.Epsilons.SelectMany(ε => new[] { LabelledLogits.Clipped(ε), LabelledLogits.Lifted(ε) }).Select(form => WrongLoss(
                "You keep ŷ away from 0 and 1 by a small number. Then the loss is finite, but wrong: a mistake at s = −40 must cost 40. Use the form with s.",
                form)),
            WrongLoss("e^s overflows from s = 710 on: this is the notes' log(1 + e^s). Take max(s, 0) out of the logarithm, so that the exponent is −|s|.",
                (s, y) => Math.Log(1 + Math.Exp(s)) - y * s),
            WrongLoss("e^s overflows from s = 710 on, and the sign is that of the log-likelihood.", (s, y) => y * s - Math.Log(1 + Math.Exp(s)), near: false),
            WrongLoss("The absolute value is missing in the exponent: it is e^−|s|, which is at most 1 on both sides.",
                (s, y) => Math.Max(s, 0) - y * s + Math.Log(1 + Math.Exp(-s))),
            WrongLoss("The minus is missing in the exponent: it is e^−|s|, which is at most 1 on both sides.",
                (s, y) => Math.Max(s, 0) - y * s + Math.Log(1 + Math.Exp(Math.Abs(s)))),
            WrongLoss("max(s, 0) is missing. It is what was taken out of the logarithm.", (s, y) => -y * s + Math.Log(1 + Math.Exp(-Math.Abs(s)))),
            WrongLoss("It is max(s, 0), not min(s, 0).", (s, y) => Math.Min(s, 0) - y * s + Math.Log(1 + Math.Exp(-Math.Abs(s)))),
            WrongLoss("It is max(s, 0), not |s|.", (s, y) => Math.Abs(s) - y * s + Math.Log(1 + Math.Exp(-Math.Abs(s)))),
            WrongLoss("The term ys is missing: without it the labels do not matter.", (s, _) => LabelledLogits.Stable(s, 0)),
            WrongLoss("The sign of ys is wrong: where y = 1, a large s must make the loss small.", (s, y) => LabelledLogits.Stable(s, 0) + y * s),
            WrongLoss("The labels are swapped, or the sign of s is wrong: this treats y = 1 as if it were 0, and vice versa.", (s, y) => LabelledLogits.Stable(s, 1 - y)),
            WrongLoss("The logarithm is missing: ln(1 + e^−|s|) is the last term.", (s, y) => Math.Max(s, 0) - y * s + Math.Exp(-Math.Abs(s))),
            WrongLoss("The 1 is missing in the logarithm: ln(1 + e^−|s|).", (s, y) => Math.Max(s, 0) - y * s + Math.Log(Math.Exp(-Math.Abs(s)))),
            WrongLoss("The last term is missing: ln(1 + e^−|s|).", (s, y) => Math.Max(s, 0) - y * s),
            WrongLoss("This is half the squared error of y and ŷ. The loss of a yes-or-no question is the cross-entropy.",
                (s, y) => 0.5 * Math.Pow(y - LabelledLogits.Sigmoid(s), 2), near: false),
            WrongLoss("This is the squared error of y and ŷ. The loss of a yes-or-no question is the cross-entropy.",
                (s, y) => Math.Pow(y - LabelledLogits.Sigmoid(s), 2), near: false),
            WrongLoss("Only the first example is counted: the `return` stands inside the loop.", logits => LabelledLogits.Stable(logits.S[0, 0], logits.Y[0, 0])),
            WrongLoss("The first example is left out: columns count from 0.",
                logits => logits.Loss - (LabelledLogits.Stable(logits.S[0, 0], logits.Y[0, 0]) / logits.Examples)),
            WrongLoss("The last example is left out: the loop ends one too early. It runs while `i < m`.",
                logits => logits.Loss - (LabelledLogits.Stable(logits.S[0, logits.Examples - 1], logits.Y[0, logits.Examples - 1]) / logits.Examples)),
            WrongLoss("Only the last example is counted: `=` where `+=` is needed.",
                logits => LabelledLogits.Stable(logits.S[0, logits.Examples - 1], logits.Y[0, logits.Examples - 1]) / logits.Examples),
            new(LogitGradientPart, "You forgot to divide by m: the loss is a mean, so every example has a weight of 1/m.", logits => logits.Examples * logits.Delta),
            new(LogitGradientPart, "The sign is wrong: it is p − y, minus the error. y − p is the slope of the log-likelihood.", logits => -logits.Delta),
            new(LogitGradientPart, "Two things: the sign is wrong (it is p − y), and you forgot to divide by m.",
                logits => -logits.Examples * logits.Delta, IsNear: false),
            WrongSlope("This is the chain rule to the letter. Where ŷ is rounded to 0 or 1 it divides 0 by 0. Multiply out by hand first: p − y is left.",
                LabelledLogits.ChainRule),
            WrongSlope("This is the chain rule to the letter, with the sign of the log-likelihood. Multiply out by hand first, and turn the sign: p − y.",
                (s, y) => -LabelledLogits.ChainRule(s, y), near: false),
            WrongSlope("σ was written as e^s/(1 + e^s), which is ∞/∞ from s = 710 on. Use 1/(1 + e^−s).", (s, y) => Math.Exp(s) / (1 + Math.Exp(s)) - y),
            new(LogitGradientPart, "Brackets are missing: only y is divided by m, not the whole difference p − y.", logits => logits.P - (logits.Y / logits.Examples)),
            WrongSlope("σ is missing: p is σ(s), not s.", (s, y) => s - y),
            WrongSlope("σ′ = p(1 − p) should not be there: with the cross-entropy it cancels. This is the slope of the squared error.",
                (s, y) => (LabelledLogits.Sigmoid(s) - y) * LabelledLogits.Sigmoid(s) * (1 - LabelledLogits.Sigmoid(s))),
            WrongSlope("This is ∂L/∂ŷ. One step is missing: multiply by ŷ(1 − ŷ), and it simplifies to p − y.",
                (s, y) => (1 - y) / (1 - LabelledLogits.Sigmoid(s)) - y / LabelledLogits.Sigmoid(s)),
            WrongSlope("The factor 2 belongs to a square, and there is none here.", (s, y) => 2 * (LabelledLogits.Sigmoid(s) - y)),
            WrongSlope("y is missing: this is p.", (s, _) => LabelledLogits.Sigmoid(s), near: false),
            WrongSlope("The labels are exchanged: it is p − y, not p − (1 − y).", (s, y) => LabelledLogits.Sigmoid(s) - (1 - y)),
            WrongSlope("The sign in σ is wrong: σ(s) = 1/(1 + e^−s).", (s, y) => LabelledLogits.Sigmoid(-s) - y),
            new(LogitGradientPart, "This is one number, all slopes added up. Each logit has a slope of its own: 1 × m, like s.", logits => logits.Delta.RowSums()),
        ],
        HasMean = true,
        Praise = "Loss and slopes agree, also at s = ±800, where the other forms give ∞ or NaN.",
    };

    private static readonly Exercise<LabelledLogits> _crossEntropyExercise = new()
    {
        Cases = LabelledLogits.Cases,
        Describe = _logisticLossExercise.Describe,
        FailsLater = _logisticLossExercise.FailsLater,
        Reference = logits => [Part.Number(LogisticLossPart, logits.Loss)],
        Mistakes = [.. _logisticLossExercise.Mistakes.Where(mistake => mistake.Part == LogisticLossPart)],
        HasMean = true,
        Praise = "The loss agrees, also at s = ±800, where the other forms give ∞ or NaN.",
    };

    /// <summary>The mean binary cross-entropy of a batch, from logits of any size.</summary>
    /// <param name="loss">From s (1 × m) and y (1 × m, each 0 or 1).</param>
    public static Verdict CrossEntropy(Func<Matrix<double>, Matrix<double>, double>? loss) =>
        loss is null ? Signature.Differs(null, CrossEntropySignature) : _crossEntropyExercise.Judge(logits => [Part.Number(LogisticLossPart, loss(logits.S, logits.Y))]);

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict CrossEntropy(Delegate? loss) => Signature.Differs(loss, CrossEntropySignature);

    /// <summary>Notebook 02: the mean binary cross-entropy of a batch, and ∂L/∂s, from logits of any size.</summary>
    /// <param name="loss">From s (1 × m) and y (1 × m, each 0 or 1).</param>
    public static Verdict LogisticLoss(Func<Matrix<double>, Matrix<double>, (double loss, Matrix<double> ds)>? loss) =>
        loss is null ? Signature.Differs(null, LogisticLossSignature) : _logisticLossExercise.Judge(logits =>
        {
            (double value, Matrix<double> ds) = loss(logits.S, logits.Y);
            return [Part.Number(LogisticLossPart, value), new(LogitGradientPart, ds)];
        });

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict LogisticLoss(Delegate? loss) => Signature.Differs(loss, LogisticLossSignature);

    private static Mistake<LabelledLogits> WrongLoss(string sentence, Func<LabelledLogits, double> value) =>
        new(LogisticLossPart, sentence, logits => Matrix.Column(value(logits)));

    private static Mistake<LabelledLogits> WrongLoss(string sentence, Func<double, double, double> each, bool near = true) =>
        new(LogisticLossPart, sentence, logits => Matrix.Column(logits.Mean(each)), near);

    private static Mistake<LabelledLogits> WrongSlope(string sentence, Func<double, double, double> each, bool near = true) =>
        new(LogitGradientPart, sentence, logits => logits.Each(each) / logits.Examples, near);
}
