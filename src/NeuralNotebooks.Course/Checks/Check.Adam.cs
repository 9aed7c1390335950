namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<AdamCase> _adam = new()
    {
        Expected = "(α, β1, β2, ε) => new MyAdam(α, β1, β2, ε)",
        Cases = () =>
        [
            new([1], [[1], [1], [1], [1], [1]], α: 0.1, β1: 0.9, β2: 0.999, ε: 1e-8),
            new([0.5, -2], [[3, -0.2], [-1, 0.4], [2, 0.1]], α: 0.2, β1: 0.5, β2: 0.8, ε: 0.1),
            new([0, 1, -1], [[0.01, 2, 0], [0.02, -3, -1], [-0.04, 0.5, 4], [0.03, 1, 1]], α: 0.05, β1: 0.7, β2: 0.6,
                ε: 0.02, LastRate: 0.02),
        ],
        Describe = c =>
            $"with α = {c.α}, β₁ = {c.β1}, β₂ = {c.β2}, ε = {c.ε} "
                + $"(a row for each of {c.Gradients.Length} steps, a column for each parameter)",
        Starter = c => c.Path(s => s with { Rate = 0 }),
        IfZero = "(Written already? Then w has not moved: change `w[i]` itself.)",
        Praise = "Your optimizer takes Adam's steps, with several parameters, other β and ε, and a changing "
            + "learning rate. It can train any network of this course.",
        Parts = [new("w", c => c.Path(s => s))
        {
            WrongAdam,
            { "β₁ and β₂ are swapped: β₁ is for V, β₂ for S.", c => c with { β1 = c.β2, β2 = c.β1 } },
            { "The rate of the constructor is used in every step. A schedule changes `LearningRate` from step to "
                + "step: use that.",
                c => c with { LastRate = null } },
            { "β₁, β₂ and ε are hard-coded as 0.9, 0.999 and 1e−8: use what the constructor is given.",
                c => c with { β1 = 0.9, β2 = 0.999, ε = 1e-8 } },
            { "ε is hard-coded as 1e−8: use what the constructor is given.", c => c with { ε = 1e-8 } },
        }],
    };

    /// <summary>Notebook 06: Adam, written as a class of its own.</summary>
    /// <param name="create">From α, β₁, β₂ and ε to a new optimizer.</param>
    public static Verdict Adam(Func<double, double, double, double, Optimizer<double>>? create) =>
        _adam.Judge(create, c => create!(c.α, c.β1, c.β2, c.ε) is { } optimizer ? c.Path(optimizer) : null);

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict Adam(Delegate? create) => _adam.Refuse(create);

    private static IEnumerable<Mistake<AdamCase>> WrongAdam => new Changes<AdamStep>
    {
        { "V and S are not corrected. They begin at 0, so they are too small at first, S more than V: divide by 1 − "
            + "β₁ᵗ and 1 − β₂ᵗ.",
            s => s with { CorrectionV = 1, CorrectionS = 1 } },
        { "The corrected values were stored in V and S, so that they are corrected again in every step. Keep V and "
            + "S raw, and correct copies of them.",
            s => s.Stored },
        { "This is the misprint of the notes: divided by (1 − β)ᵗ, and stored. The power belongs to β alone, 1 − "
            + "βᵗ, and V and S stay raw.",
            s => s.PowerOfBracket.Stored },
        { "The power is on the bracket: (1 − β)ᵗ. It belongs to β alone: 1 − βᵗ.", s => s.PowerOfBracket },
        { "Only V is corrected. S begins at 0 as well: divide it by 1 − β₂ᵗ.", s => s with { CorrectionS = 1 } },
        { "Only S is corrected. V begins at 0 as well: divide it by 1 − β₁ᵗ.", s => s with { CorrectionV = 1 } },
        { "Both averages are corrected twice in one step: divide once by 1 − βᵗ.",
            s => s with { CorrectionV = s.CorrectionV * s.CorrectionV, CorrectionS = s.CorrectionS * s.CorrectionS } },
        { "The corrected V was stored. Keep V raw, and correct a copy of it.",
            s => s with { KeptV = s.CorrectionV, CorrectionV = 1 } },
        { "The corrected S was stored. Keep S raw, and correct a copy of it.",
            s => s with { KeptS = s.CorrectionS, CorrectionS = 1 } },
        { "w is NaN from the first step on: you divide by 0. That happens where the power is t − 1, for 1 − β⁰ = 0 "
            + "(`StepCount` is 1 in the first step), and where `Math.Pow(β, t)` has its two arguments swapped.",
            s => s.At(s.t - 1) },
        { "The power is t + 1. `StepCount` is 1 in the first step, so it is t itself.", s => s.At(s.t + 1) },
        { "t does not advance: it is 1 in every step. `StepCount` is the number of the step.", s => s.At(1) },
        { "The correction multiplies by t in place of taking a power: 1 − βᵗ is `1 - Math.Pow(beta, t)`.",
            s => s with { CorrectionV = 1 - s.KeepV * s.t, CorrectionS = 1 - s.KeepS * s.t } },
        { "t counts parameters, not steps: it grows inside the loop. All parameters of a step have the same t.",
            s => s.At((s.t - 1) * s.Case.Start.Length + s.i + 1) },
        { "S is averaged with β₁. It has a weight of its own, β₂.", s => s with { KeepS = s.KeepV, GainS = s.GainV } },
        { "V is averaged with β₂. It has a weight of its own, β₁.", s => s with { KeepV = s.KeepS, GainV = s.GainS } },
        { "The corrections are swapped: 1 − β₁ᵗ is for V, 1 − β₂ᵗ for S.",
            s => s with { CorrectionV = s.CorrectionS, CorrectionS = s.CorrectionV } },
        { "ε stands inside the root. That is RMSProp's convention in these notes; Adam has √Ŝ + ε.",
            s => s with { Inside = s.ε, ε = 0 } },
        { "ε is missing: V̂/(√Ŝ + ε).", s => s with { ε = 0 } },
        { "A bracket is missing: `… / Math.Sqrt(…) + ε` adds ε to the step. Put √Ŝ + ε in brackets.",
            s => s with { ε = 0, Extra = -s.ε } },
        { "A bracket is missing: `… / Math.Sqrt(…) + ε` adds ε to w. Put √Ŝ + ε in brackets.",
            s => s with { ε = 0, Extra = s.ε } },
        { "The root is missing: divide by √Ŝ + ε. S has the size of a squared gradient.",
            s => s with { Root = x => x } },
        { "The step uses the gradient itself, not its average V̂: this is RMSProp with a correction.",
            s => s with { KeepV = 0, GainV = 1, CorrectionV = 1 } },
        { "The step goes uphill: subtract αV̂/(√Ŝ + ε).", s => s with { Rate = -s.Rate } },
        { "α is missing: w ← w − αV̂/(√Ŝ + ε).", s => s with { Rate = 1 } },
        { "The square is missing in S: signs must not cancel there, and a negative number has no square root.",
            s => s with { Square = s.g } },
        { "S averages |g|, not g².", s => s with { Square = Math.Abs(s.g) } },
        { "(1 − β₁) is missing in V.", s => s with { GainV = 1 } },
        { "(1 − β₂) is missing in S.", s => s with { GainS = 1 } },
        { "(1 − β₁) is missing in V, and (1 − β₂) in S.", s => s with { GainV = 1, GainS = 1 } },
        { "V and S forget all earlier steps: the new value must be stored in V[i] and S[i], and must contain β "
            + "times the old one.",
            s => s with { KeepV = 0, KeepS = 0 } },
        { "V forgets all earlier steps: the new value must be stored in V[i], and must contain β₁ times the old one.",
            s => s with { KeepV = 0 } },
        { "S forgets all earlier steps: the new value must be stored in S[i], and must contain β₂ times the old one.",
            s => s with { KeepS = 0 } },
        { "In V, β₁ and 1 − β₁ are swapped, in S likewise: β says how much of the *old* average stays.",
            s => s with { KeepV = s.GainV, GainV = s.KeepV, KeepS = s.GainS, GainS = s.KeepS } },
        { "Only the first parameter moves: let the loop run to w.Length.", s => s.i == 0 ? s : s with { Rate = 0 } },
        { "All parameters share one V and S: each has its own, V[i] and S[i].", s => s with { Place = 0 } },
    }.In<AdamCase>((c, change) => c.Path(change));
}
