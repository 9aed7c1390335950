using static NeuralNotebooks.Course.AdamCase;
using OptimizerFactory = System.Func<double, double, double, double, NeuralNotebooks.Optimizer<double>>;

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string AdamPath = "w";
    private const string AdamSignature = "(α, β1, β2, ε) => new MyAdam(α, β1, β2, ε)";

    private static readonly Exercise<AdamCase> _adamExercise = new()
    {
        Cases = () =>
        [
            new([1], [[1], [1], [1], [1], [1]], Rate: 0.1, Beta1: 0.9, Beta2: 0.999, Epsilon: 1e-8),
            new([0.5, -2], [[3, -0.2], [-1, 0.4], [2, 0.1]], Rate: 0.2, Beta1: 0.5, Beta2: 0.8, Epsilon: 0.1),
            new([0, 1, -1], [[0.01, 2, 0], [0.02, -3, -1], [-0.04, 0.5, 4], [0.03, 1, 1]], Rate: 0.05, Beta1: 0.7, Beta2: 0.6, Epsilon: 0.02, LastRate: 0.02),
        ],
        Describe = c => $"with α = {Readable.Number(c.Rate)}, β₁ = {Readable.Number(c.Beta1)}, β₂ = {Readable.Number(c.Beta2)}, ε = {Readable.Number(c.Epsilon)}"
            + $" (a row for each of {c.Gradients.Length} steps, a column for each parameter)",
        Reference = c => [new(AdamPath, c.Path(WithRawAverages(Right)))],
        Starter = c => [new(AdamPath, c.Path((_, _, _, w, _, _, _) => w))],
        Mistakes =
        [
            Wrong("V and S are not corrected. They begin at 0, so they are too small at first, S more than V: divide by 1 − β₁ᵗ and 1 − β₂ᵗ.",
                WithRawAverages((c, t, V, S, g) => Ratio(c, V, S))),
            Wrong("The corrected values were stored in V and S, so that they are corrected again in every step. Keep V and S raw, and correct copies of them.",
                Keeping(Correction, Correction)),
            Wrong("This is the misprint of the notes: divided by (1 − β)ᵗ, and stored. The power belongs to β alone, 1 − βᵗ, and V and S stay raw.",
                Keeping(MisprintedPower, MisprintedPower)),
            Wrong("The power is on the bracket: (1 − β)ᵗ. It belongs to β alone: 1 − βᵗ.",
                WithRawAverages((c, t, V, S, g) => Ratio(c, V / MisprintedPower(c.Beta1, t), S / MisprintedPower(c.Beta2, t)))),
            Wrong("Only V is corrected. S begins at 0 as well: divide it by 1 − β₂ᵗ.", WithRawAverages((c, t, V, S, g) => Ratio(c, V / Correction(c.Beta1, t), S))),
            Wrong("Only S is corrected. V begins at 0 as well: divide it by 1 − β₁ᵗ.", WithRawAverages((c, t, V, S, g) => Ratio(c, V, S / Correction(c.Beta2, t)))),
            Wrong("Both averages are corrected twice in one step: divide once by 1 − βᵗ.",
                WithRawAverages((c, t, V, S, g) => Ratio(c, V / Math.Pow(Correction(c.Beta1, t), 2), S / Math.Pow(Correction(c.Beta2, t), 2)))),
            Wrong("The corrected V was stored. Keep V raw, and correct a copy of it.", (c, i, t, w, g, α, m) =>
            {
                m.V = (c.Beta1 * m.V + (1 - c.Beta1) * g) / Correction(c.Beta1, t);
                m.S = c.Beta2 * m.S + (1 - c.Beta2) * g * g;
                return w - α * Ratio(c, m.V, m.S / Correction(c.Beta2, t));
            }),
            Wrong("The corrected S was stored. Keep S raw, and correct a copy of it.", (c, i, t, w, g, α, m) =>
            {
                m.V = c.Beta1 * m.V + (1 - c.Beta1) * g;
                m.S = (c.Beta2 * m.S + (1 - c.Beta2) * g * g) / Correction(c.Beta2, t);
                return w - α * Ratio(c, m.V / Correction(c.Beta1, t), m.S);
            }),
            Wrong("w is NaN from the first step on: you divide by 0. That happens where the power is t − 1, for 1 − β⁰ = 0 (`StepCount` is 1 in the first step), and where `Math.Pow(β, t)` has its two arguments swapped.", WithT(t => t - 1)),
            Wrong("The power is t + 1. `StepCount` is 1 in the first step, so it is t itself.", WithT(t => t + 1)),
            Wrong("t does not advance: it is 1 in every step. `StepCount` is the number of the step.", WithT(_ => 1)),
            Wrong("The correction multiplies by t in place of taking a power: 1 − βᵗ is `1 - Math.Pow(beta, t)`.",
                WithRawAverages((c, t, V, S, g) => Ratio(c, V / (1 - c.Beta1 * t), S / (1 - c.Beta2 * t)))),
            Wrong("t counts parameters, not steps: it grows inside the loop. All parameters of a step have the same t.", (c, i, t, w, g, α, m) =>
                WithT(_ => (t - 1) * c.Start.Length + i + 1)(c, i, t, w, g, α, m)),
            Wrong("β₁ and β₂ are swapped: β₁ is for V, β₂ for S.", (c, i, t, w, g, α, m) =>
                WithRawAverages(Right)(c with { Beta1 = c.Beta2, Beta2 = c.Beta1 }, i, t, w, g, α, m)),
            Wrong("S is averaged with β₁. It has a weight of its own, β₂.", WithAverages(AverageOf, (c, S, g) => c.Beta1 * S + (1 - c.Beta1) * g * g)),
            Wrong("V is averaged with β₂. It has a weight of its own, β₁.", WithAverages((c, V, g) => c.Beta2 * V + (1 - c.Beta2) * g, SquaresOf)),
            Wrong("The corrections are swapped: 1 − β₁ᵗ is for V, 1 − β₂ᵗ for S.",
                WithRawAverages((c, t, V, S, g) => Ratio(c, V / Correction(c.Beta2, t), S / Correction(c.Beta1, t)))),
            Wrong("ε stands inside the root. That is RMSProp's convention in these notes; Adam has √Ŝ + ε.",
                WithRawAverages((c, t, V, S, g) => V / Correction(c.Beta1, t) / Math.Sqrt(S / Correction(c.Beta2, t) + c.Epsilon))),
            Wrong("ε is missing: V̂/(√Ŝ + ε).", WithRawAverages((c, t, V, S, g) => V / Correction(c.Beta1, t) / Math.Sqrt(S / Correction(c.Beta2, t)))),
            Wrong("A bracket is missing: `… / Math.Sqrt(…) + ε` adds ε to the step. Put √Ŝ + ε in brackets.", WithBracketMissing(-1)),
            Wrong("A bracket is missing: `… / Math.Sqrt(…) + ε` adds ε to w. Put √Ŝ + ε in brackets.", WithBracketMissing(1)),
            Wrong("The root is missing: divide by √Ŝ + ε. S has the size of a squared gradient.",
                WithRawAverages((c, t, V, S, g) => V / Correction(c.Beta1, t) / (S / Correction(c.Beta2, t) + c.Epsilon))),
            Wrong("The step uses the gradient itself, not its average V̂: this is RMSProp with a correction.",
                WithRawAverages((c, t, V, S, g) => Ratio(c, g, S / Correction(c.Beta2, t)))),
            Wrong("The step goes uphill: subtract αV̂/(√Ŝ + ε).", WithRawAverages((c, t, V, S, g) => -Right(c, t, V, S, g))),
            Wrong("α is missing: w ← w − αV̂/(√Ŝ + ε).", (c, i, t, w, g, α, m) => WithRawAverages(Right)(c, i, t, w, g, 1, m)),
            Wrong("The rate of the constructor is used in every step. A schedule changes `LearningRate` from step to step: use that.",
                (c, i, t, w, g, α, m) => WithRawAverages(Right)(c, i, t, w, g, c.Rate, m)),
            Wrong("The square is missing in S: signs must not cancel there, and a negative number has no square root.",
                WithAverages(AverageOf, (c, S, g) => c.Beta2 * S + (1 - c.Beta2) * g)),
            Wrong("S averages |g|, not g².", WithAverages(AverageOf, (c, S, g) => c.Beta2 * S + (1 - c.Beta2) * Math.Abs(g))),
            Wrong("(1 − β₁) is missing in V.", WithAverages((c, V, g) => c.Beta1 * V + g, SquaresOf)),
            Wrong("(1 − β₂) is missing in S.", WithAverages(AverageOf, (c, S, g) => c.Beta2 * S + g * g)),
            Wrong("(1 − β₁) is missing in V, and (1 − β₂) in S.", WithAverages((c, V, g) => c.Beta1 * V + g, (c, S, g) => c.Beta2 * S + g * g)),
            Wrong("V and S forget all earlier steps: the new value must be stored in V[i] and S[i], and must contain β times the old one.",
                WithAverages((c, V, g) => (1 - c.Beta1) * g, (c, S, g) => (1 - c.Beta2) * g * g)),
            Wrong("V forgets all earlier steps: the new value must be stored in V[i], and must contain β₁ times the old one.",
                WithAverages((c, V, g) => (1 - c.Beta1) * g, SquaresOf)),
            Wrong("S forgets all earlier steps: the new value must be stored in S[i], and must contain β₂ times the old one.",
                WithAverages(AverageOf, (c, S, g) => (1 - c.Beta2) * g * g)),
            Wrong("In V, β₁ and 1 − β₁ are swapped, in S likewise: β says how much of the *old* average stays.",
                WithAverages((c, V, g) => (1 - c.Beta1) * V + c.Beta1 * g, (c, S, g) => (1 - c.Beta2) * S + c.Beta2 * g * g)),
            Wrong("Only the first parameter moves: let the loop run to w.Length.", (c, i, t, w, g, α, m) => i == 0 ? WithRawAverages(Right)(c, i, t, w, g, α, m) : w),
            Wrong("All parameters share one V and S: each has its own, V[i] and S[i].", SharedAverages),
            Wrong("β₁, β₂ and ε are hard-coded as 0.9, 0.999 and 1e−8: use what the constructor is given.", (c, i, t, w, g, α, m) =>
                WithRawAverages(Right)(c with { Beta1 = 0.9, Beta2 = 0.999, Epsilon = 1e-8 }, i, t, w, g, α, m)),
            Wrong("ε is hard-coded as 1e−8: use what the constructor is given.", (c, i, t, w, g, α, m) =>
                WithRawAverages(Right)(c with { Epsilon = 1e-8 }, i, t, w, g, α, m)),
        ],
        IfZero = "(Written already? Then w has not moved: change `w[i]` itself.)",
        Praise = "Your optimizer takes Adam's steps, with several parameters, other β and ε, and a changing learning rate. It can train any network of this course.",
    };

    /// <summary>Notebook 06: Adam, written as a class of its own.</summary>
    /// <param name="create">From α, β₁, β₂ and ε to a new optimizer.</param>
    public static Verdict Adam(OptimizerFactory? create) => create is null
        ? Signature.Differs(null, AdamSignature)
        : _adamExercise.Judge(c => [new(AdamPath, create(c.Rate, c.Beta1, c.Beta2, c.Epsilon) is { } optimizer ? c.Path(optimizer) : null)]);

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict Adam(Delegate? create) => Signature.Differs(create, AdamSignature);

    private static Mistake<AdamCase> Wrong(string sentence, StepRule rule, bool isNear = true) => new(AdamPath, sentence, c => c.Path(rule), isNear);

    private static double MisprintedPower(double beta, int t) => Math.Pow(1 - beta, t);

    private static double AverageOf(AdamCase c, double V, double g) => c.Beta1 * V + (1 - c.Beta1) * g;

    private static double SquaresOf(AdamCase c, double S, double g) => c.Beta2 * S + (1 - c.Beta2) * g * g;

    private static StepRule WithT(Func<int, int> power) => WithRawAverages((c, t, V, S, g) => Right(c, power(t), V, S, g));

    private static StepRule WithBracketMissing(int sign) => (c, i, t, w, g, α, m) => sign * c.Epsilon + WithRawAverages(
        (_, _, V, S, _) => V / Correction(c.Beta1, t) / Math.Sqrt(S / Correction(c.Beta2, t)))(c, i, t, w, g, α, m);

    /// <summary>A single V and S that all parameters share, as if V and S had one entry.</summary>
    private static double SharedAverages(AdamCase c, int i, int t, double w, double g, double alpha, Memory memory)
    {
        IEnumerable<double> before = c.Gradients.Take(t - 1).SelectMany(gradients => gradients).Concat(c.Gradients[t - 1].Take(i));
        (double V, double S) = before.Aggregate((V: 0.0, S: 0.0), (kept, past) => (AverageOf(c, kept.V, past), SquaresOf(c, kept.S, past)));
        return w - alpha * Right(c, t, AverageOf(c, V, g), SquaresOf(c, S, g), g);
    }
}
