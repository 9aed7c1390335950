using StateStep = System.Func<double, double, double, double, double, (double w, double V)>;

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string MomentumAverage = "V";
    private const string MomentumSignature = "(double w, double V) MomentumStep(double w, double V, double g, double α, double β)";

    private static readonly Exercise<AverageCase> _momentumStepExercise = new()
    {
        Cases = () =>
        [
            new(Start: 1, Average: 0, Gradients: [4, 2, -1], Rate: 0.1, Beta: 0.9),
            new(Start: -2, Average: 3, Gradients: [-1, 0.5, 0, 6], Rate: 0.25, Beta: 0.6),
        ],
        Describe = steps => steps.Describe(MomentumAverage),
        Reference = steps => steps.Run(MomentumAverage, (w, V, g) => RightMomentum(steps, w, V, g)),
        Starter = steps => steps.Run(MomentumAverage, (w, average, _) => (w, average)),
        Mistakes =
        [
            Momentum("(1 − β) is missing: V ← βV + g grows to 1/(1 − β) times the gradient. Some books write it so, with a smaller α; here V is an average.", (c, V, g) => c.Beta * V + g),
            Momentum("β and 1 − β are swapped: β says how much of the *old* average stays.", (c, V, g) => (1 - c.Beta) * V + c.Beta * g),
            Momentum("The old average is lost: V must keep β times what it was. (`=` where `+=` was meant?)", (c, V, g) => (1 - c.Beta) * g),
            Momentum("V was set to the gradient g itself. It must become βV + (1 − β)g.", (_, _, g) => g, isNear: false),
            Momentum("The old average does not fade: multiply it by β before you add.", (c, V, g) => V + (1 - c.Beta) * g),
            Momentum("V is a plain sum of the gradients: neither the old value nor the new one is weighted.", (_, V, g) => V + g, isNear: false),
            Momentum("The gradient is missing in V: it only fades.", (c, V, _) => c.Beta * V),
            Momentum("The sign is wrong in V: V averages the gradient itself; the minus stands in the step of w.", (c, V, g) => c.Beta * V - (1 - c.Beta) * g),
            Momentum("α is inside V. It belongs to the step, w ← w − αV: then a schedule can change it without affecting the average.",
                (c, V, g) => c.Beta * V + c.Rate * (1 - c.Beta) * g),
            Momentum("α is inside V, and (1 − β) is missing: this is another book's form, V ← βV + αg. Here V ← βV + (1 − β)g, and α stands in the step of w.",
                (c, V, g) => c.Beta * V + c.Rate * g),
            Momentum("This averages the *squares* of the gradients. That is RMSProp's S; Momentum averages the gradients.", (c, V, g) => c.Beta * V + (1 - c.Beta) * g * g),
            Momentum("The whole sum was multiplied by (1 − β): only the gradient is.", (c, V, g) => (1 - c.Beta) * (c.Beta * V + g)),
            Momentum("Brackets are missing: β times g is subtracted from βV + 1. Write `β * V + (1 - β) * g`.", (c, V, g) => c.Beta * V + 1 - c.Beta * g),
            new(MomentumAverage, "w and V are swapped: return (w, V), in the order of the starter.", c => c.Run(MomentumAverage, (w, V, g) =>
            {
                (double moved, double average) = RightMomentum(c, w, V, g);
                return (average, moved);
            })[0].Value!),
            Momentum("V has not changed. It must become βV + (1 − β)g.", (_, V, _) => V, isNear: false),

            MomentumMove("V is right, but w has not moved: w ← w − αV.", (c, w, V, old, g) => w, isNear: false),
            MomentumMove("The step goes uphill: V points where the loss grows. Subtract αV.", (c, w, V, old, g) => w + c.Rate * V),
            MomentumMove("The step uses the gradient, not its average: w ← w − αV.", (c, w, V, old, g) => w - c.Rate * g),
            MomentumMove("The step uses the *old* V. Update V first, then move along the new one.", (c, w, V, old, g) => w - c.Rate * old),
            MomentumMove("α is missing: w ← w − αV.", (c, w, V, old, g) => w - V),
            MomentumMove("(1 − β) appears twice: V already contains it, so the step is αV.", (c, w, V, old, g) => w - c.Rate * (1 - c.Beta) * V),
            MomentumMove("The step adds the gradient to V again: w ← w − αV.", (c, w, V, old, g) => w - c.Rate * (V + g)),
            MomentumMove("This is the change alone. Add it to the old w.", (c, w, V, old, g) => -c.Rate * V),
            MomentumMove("This is αV, the step itself. Subtract it from the old w.", (c, w, V, old, g) => c.Rate * V),
        ],
        Praise = "V is a fading average of the gradients, and w moves along it, over several steps and from a V that is not 0.",
    };

    /// <summary>Notebook 06: V ← βV + (1 − β)g, then w ← w − αV.</summary>
    /// <param name="step">From w, V, g, α, β to the new w and V.</param>
    public static Verdict MomentumStep(StateStep? step) => step is null
        ? Signature.Differs(null, MomentumSignature)
        : _momentumStepExercise.Judge(steps => steps.Run(MomentumAverage, (w, V, g) => step(w, V, g, steps.Rate, steps.Beta)));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict MomentumStep(Delegate? step) => Signature.Differs(step, MomentumSignature);

    private static (double W, double V) RightMomentum(AverageCase c, double w, double V, double g)
    {
        V = c.Beta * V + (1 - c.Beta) * g;
        return (w - c.Rate * V, V);
    }

    /// <summary>A wrong average.</summary>
    private static Mistake<AverageCase> Momentum(string sentence, Func<AverageCase, double, double, double> wrong, bool isNear = true) => new(
        MomentumAverage, sentence, c => c.Run(MomentumAverage, (w, V, g) => (w, wrong(c, V, g)))[0].Value!, isNear);

    /// <summary>A wrong move, from w, the new V, the old V and g, with the right average.</summary>
    private static Mistake<AverageCase> MomentumMove(string sentence, Func<AverageCase, double, double, double, double, double> wrong, bool isNear = true) => new(
        AverageCase.Parameter, sentence, c => c.Run(MomentumAverage, (w, old, g) =>
        {
            double V = RightMomentum(c, w, old, g).V;
            return (wrong(c, w, V, old, g), V);
        })[1].Value!, isNear);
}
