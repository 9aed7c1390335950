namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<AverageCase> _rmsPropStep = new()
    {
        Expected = "(double w, double S) RmsPropStep(double w, double S, double g, double α, double β, double ε)",
        Cases = () =>
        [
            new(1, 0, g: [4, 2, -1], α: 0.1, β: 0.9, ε: 1e-8),
            new(-2, 2, g: [-1, 0.5, 0, 6], α: 0.25, β: 0.6, ε: 0.3),
            new(0.5, 0, g: [0, 0.2, -0.3], α: 0.01, β: 0.5, ε: 0.04),
        ],
        Describe = c => c.Describe("S"),
        Starter = c => c.Run((w, S, _) => (w, S)),
        Praise = "S averages the squares, the step is divided by the root, and ε keeps a first step with g = 0 "
            + "finite.",
        Parts =
        [
            AverageCase.Averages(new("S", s => s.Average)
            {
                { "The square is missing: S averages g², so that signs do not cancel.", s => s with { Of = s.g } },
                { "S averages the magnitudes |g|, as the words of the notes suggest. Their formula, and RMSProp, "
                    + "average the squares.",
                    s => s with { Of = Math.Abs(s.g) } },
                { "(1 − β) is missing: S ← βS + (1 − β)g².", s => s with { Gain = 1 } },
                { "β and 1 − β are swapped: β says how much of the *old* average stays.",
                    s => s with { Keep = s.Gain, Gain = s.Keep } },
                { "The old average is lost: S must keep β times what it was. (`=` where `+=` was meant?)",
                    s => s with { Keep = 0 } },
                { "The old average does not fade: multiply it by β before you add.", s => s with { Keep = 1 } },
                { "S is a plain sum of the squares (that is AdaGrad). RMSProp lets old squares fade: βS + (1 − β)g².",
                    s => s with { Keep = 1, Gain = 1 } },
                { "ε is inside the average, and adds up from step to step. It belongs under the root, in the step "
                    + "of w only.",
                    s => s.Average + s.ε },
                { "The weight 1 − β is squared as well: it is (1 − β)·g², not ((1 − β)·g)².",
                    s => s with { Gain = s.Gain * s.Gain } },
                { "The whole average was squared: square g only.", s => Math.Pow((s with { Of = s.g }).Average, 2) },
                { "You keep the root. Keep S itself, and take the root in the step of w.", s => Math.Sqrt(s.Average) },
                { "S was set to the square g² itself. It must become βS + (1 − β)g².",
                    s => s with { Keep = 0, Gain = 1 }, NotYet },
                { "w and S are swapped: return (w, S), in the order of the starter.",
                    s => s.w - s.α * s.g / Math.Sqrt(s.Average + s.ε) },
                { "S has not changed. It must become βS + (1 − β)g².", s => s with { Keep = 1, Gain = 0 }, NotYet },
            }),
            AverageCase.Moves(new("w", s => s.w - s.α * s.g / Math.Sqrt(s.Average + s.ε))
            {
                { "S is right, but w has not moved: w ← w − αg/√(S + ε).", s => s with { α = 0 }, NotYet },
                { "ε stands outside the root. That is Adam's convention; here it is √(S + ε).",
                    s => s.w - s.α * s.g / (Math.Sqrt(s.Average) + s.ε) },
                { "The root is missing: divide by √(S + ε), which has the size of a gradient. S has the size of its "
                    + "square.",
                    s => s.w - s.α * s.g / (s.Average + s.ε) },
                { "You divide by S alone: the root is missing, and ε.", s => s.w - s.α * s.g / s.Average },
                { "ε is missing: where all gradients were 0 this is 0/0.", s => s with { ε = 0 } },
                { "A bracket is missing: `α * g / Math.Sqrt(S) + ε` adds ε to the step. It belongs under the root.",
                    s => s with { ε = 0, w = s.w - s.ε } },
                { "A bracket is missing: `w - α * g / Math.Sqrt(S) + ε` adds ε to w. It belongs under the root.",
                    s => s with { ε = 0, w = s.w + s.ε } },
                { "The step goes uphill: subtract αg/√(S + ε).", s => s with { α = -s.α } },
                { "You multiply by the root. Divide: where gradients are large, the step must become smaller.",
                    s => s.w - s.α * s.g * Math.Sqrt(s.Average + s.ε) },
                { "The step uses the *old* S. Update S first, then divide by the root of the new one.",
                    s => s.w - s.α * s.g / Math.Sqrt(s.Old + s.ε) },
                { "α is missing: w ← w − αg/√(S + ε).", s => s with { α = 1 } },
                { "The gradient is missing in the numerator: w ← w − αg/√(S + ε).",
                    s => s.w - s.α / Math.Sqrt(s.Average + s.ε) },
                { "The gradient has lost its sign in the numerator: w ← w − αg/√(S + ε).",
                    s => s.w - s.α * Math.Abs(s.g) / Math.Sqrt(s.Average + s.ε) },
                { "ε is hard-coded as 1e−8: use `ε`.", s => s with { ε = 1e-8 } },
                { "This is the change alone. Add it to the old w.", s => s with { w = 0 } },
            }),
        ],
    };

    /// <summary>Notebook 06: S ← βS + (1 − β)g², then w ← w − αg/√(S + ε).</summary>
    /// <param name="step">From w, S, g, α, β, ε to the new w and S.</param>
    public static Verdict RmsPropStep(Func<double, double, double, double, double, double,
        (double w, double S)>? step) =>
        _rmsPropStep.Judge(step, c => c.Run((w, S, g) => step!(w, S, g, c.α, c.β, c.ε)));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict RmsPropStep(Delegate? step) => _rmsPropStep.Refuse(step);
}
