namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<AverageCase> _momentumStep = new()
    {
        Expected = "(double w, double V) MomentumStep(double w, double V, double g, double α, double β)",
        Cases = () =>
        [
            new(1, 0, g: [4, 2, -1], α: 0.1, β: 0.9),
            new(-2, 3, g: [-1, 0.5, 0, 6], α: 0.25, β: 0.6),
        ],
        Describe = c => c.Describe("V"),
        Starter = c => c.Run((w, V, _) => (w, V)),
        Praise = "V is a fading average of the gradients, and w moves along it, over several steps and from a V "
            + "that is not 0.",
        Parts =
        [
            AverageCase.Averages(new("V", s => s.Average)
            {
                { "(1 − β) is missing: V ← βV + g grows to 1/(1 − β) times the gradient. Some books write it so, "
                    + "with a smaller α; here V is an average.",
                    s => s with { Gain = 1 } },
                { "β and 1 − β are swapped: β says how much of the *old* average stays.",
                    s => s with { Keep = s.Gain, Gain = s.Keep } },
                { "The old average is lost: V must keep β times what it was. (`=` where `+=` was meant?)",
                    s => s with { Keep = 0 } },
                { "V was set to the gradient g itself. It must become βV + (1 − β)g.",
                    s => s with { Keep = 0, Gain = 1 }, NotYet },
                { "The old average does not fade: multiply it by β before you add.", s => s with { Keep = 1 } },
                { "V is a plain sum of the gradients: neither the old value nor the new one is weighted.",
                    s => s with { Keep = 1, Gain = 1 }, NotYet },
                { "The gradient is missing in V: it only fades.", s => s with { Gain = 0 } },
                { "The sign is wrong in V: V averages the gradient itself; the minus stands in the step of w.",
                    s => s with { Gain = -s.Gain } },
                { "α is inside V. It belongs to the step, w ← w − αV: then a schedule can change it without "
                    + "affecting the average.",
                    s => s with { Gain = s.α * s.Gain } },
                { "α is inside V, and (1 − β) is missing: this is another book's form, V ← βV + αg. Here V ← βV + "
                    + "(1 − β)g, and α stands in the step of w.",
                    s => s with { Gain = s.α } },
                { "This averages the *squares* of the gradients. That is RMSProp's S; Momentum averages the gradients.",
                    s => s with { Of = s.g * s.g } },
                { "The whole sum was multiplied by (1 − β): only the gradient is.",
                    s => s with { Keep = s.Keep * s.Gain } },
                { "Brackets are missing: β times g is subtracted from βV + 1. Write `β * V + (1 - β) * g`.",
                    s => s.β * s.Old + 1 - s.β * s.g },
                { "w and V are swapped: return (w, V), in the order of the starter.", s => s.w - s.α * s.Average },
                { "V has not changed. It must become βV + (1 − β)g.", s => s with { Keep = 1, Gain = 0 }, NotYet },
            }),
            AverageCase.Moves(new("w", s => s.w - s.α * s.Average)
            {
                { "V is right, but w has not moved: w ← w − αV.", s => s with { α = 0 }, NotYet },
                { "The step goes uphill: V points where the loss grows. Subtract αV.", s => s with { α = -s.α } },
                { "The step uses the gradient, not its average: w ← w − αV.", s => s.w - s.α * s.g },
                { "The step uses the *old* V. Update V first, then move along the new one.", s => s.w - s.α * s.Old },
                { "α is missing: w ← w − αV.", s => s with { α = 1 } },
                { "(1 − β) appears twice: V already contains it, so the step is αV.",
                    s => s with { α = s.α * s.Gain } },
                { "The step adds the gradient to V again: w ← w − αV.", s => s.w - s.α * (s.Average + s.g) },
                { "This is the change alone. Add it to the old w.", s => s with { w = 0 } },
                { "This is αV, the step itself. Subtract it from the old w.", s => s with { w = 0, α = -s.α } },
            }),
        ],
    };

    /// <summary>Notebook 06: V ← βV + (1 − β)g, then w ← w − αV.</summary>
    /// <param name="step">From w, V, g, α, β to the new w and V.</param>
    public static Verdict MomentumStep(Func<double, double, double, double, double, (double w, double V)>? step) =>
        _momentumStep.Judge(step, c => c.Run((w, V, g) => step!(w, V, g, c.α, c.β)));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict MomentumStep(Delegate? step) => _momentumStep.Refuse(step);
}
