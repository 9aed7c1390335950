using StateStep = System.Func<double, double, double, double, double, double, (double w, double S)>;

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string RmsPropAverage = "S";
    private const string RmsPropSignature = "(double w, double S) RmsPropStep(double w, double S, double g, double α, double β, double ε)";

    private static readonly Exercise<AverageCase> _rmsPropStepExercise = new()
    {
        Cases = () =>
        [
            new(Start: 1, Average: 0, Gradients: [4, 2, -1], Rate: 0.1, Beta: 0.9, Epsilon: 1e-8),
            new(Start: -2, Average: 2, Gradients: [-1, 0.5, 0, 6], Rate: 0.25, Beta: 0.6, Epsilon: 0.3),
            new(Start: 0.5, Average: 0, Gradients: [0, 0.2, -0.3], Rate: 0.01, Beta: 0.5, Epsilon: 0.04),
        ],
        Describe = steps => steps.Describe(RmsPropAverage),
        Reference = steps => steps.Run(RmsPropAverage, (w, S, g) => RightRmsProp(steps, w, S, g)),
        Starter = steps => steps.Run(RmsPropAverage, (w, average, _) => (w, average)),
        Mistakes =
        [
            Squares("The square is missing: S averages g², so that signs do not cancel.", (c, S, g) => c.Beta * S + (1 - c.Beta) * g),
            Squares("S averages the magnitudes |g|, as the words of the notes suggest. Their formula, and RMSProp, average the squares.", (c, S, g) => c.Beta * S + (1 - c.Beta) * Math.Abs(g)),
            Squares("(1 − β) is missing: S ← βS + (1 − β)g².", (c, S, g) => c.Beta * S + g * g),
            Squares("β and 1 − β are swapped: β says how much of the *old* average stays.", (c, S, g) => (1 - c.Beta) * S + c.Beta * g * g),
            Squares("The old average is lost: S must keep β times what it was. (`=` where `+=` was meant?)", (c, _, g) => (1 - c.Beta) * g * g),
            Squares("The old average does not fade: multiply it by β before you add.", (c, S, g) => S + (1 - c.Beta) * g * g),
            Squares("S is a plain sum of the squares (that is AdaGrad). RMSProp lets old squares fade: βS + (1 − β)g².", (_, S, g) => S + g * g),
            Squares("ε is inside the average, and adds up from step to step. It belongs under the root, in the step of w only.", (c, S, g) => c.Beta * S + (1 - c.Beta) * g * g + c.Epsilon),
            Squares("The weight 1 − β is squared as well: it is (1 − β)·g², not ((1 − β)·g)².", (c, S, g) => c.Beta * S + (1 - c.Beta) * (1 - c.Beta) * g * g),
            Squares("The whole average was squared: square g only.", (c, S, g) => Math.Pow(c.Beta * S + (1 - c.Beta) * g, 2)),
            Squares("You keep the root. Keep S itself, and take the root in the step of w.", (c, S, g) => Math.Sqrt(c.Beta * S + (1 - c.Beta) * g * g)),
            Squares("S was set to the square g² itself. It must become βS + (1 − β)g².", (_, _, g) => g * g, isNear: false),
            new(RmsPropAverage, "w and S are swapped: return (w, S), in the order of the starter.", c => c.Run(RmsPropAverage, (w, S, g) =>
            {
                (double moved, double average) = RightRmsProp(c, w, S, g);
                return (average, moved);
            })[0].Value!),
            Squares("S has not changed. It must become βS + (1 − β)g².", (_, S, _) => S, isNear: false),

            RmsPropMove("S is right, but w has not moved: w ← w − αg/√(S + ε).", (c, w, S, old, g) => w, isNear: false),
            RmsPropMove("ε stands outside the root. That is Adam's convention; here it is √(S + ε).", (c, w, S, old, g) => w - c.Rate * g / (Math.Sqrt(S) + c.Epsilon)),
            RmsPropMove("The root is missing: divide by √(S + ε), which has the size of a gradient. S has the size of its square.", (c, w, S, old, g) => w - c.Rate * g / (S + c.Epsilon)),
            RmsPropMove("You divide by S alone: the root is missing, and ε.", (c, w, S, old, g) => w - c.Rate * g / S),
            RmsPropMove("ε is missing: where all gradients were 0 this is 0/0.", (c, w, S, old, g) => w - c.Rate * g / Math.Sqrt(S)),
            RmsPropMove("A bracket is missing: `α * g / Math.Sqrt(S) + ε` adds ε to the step. It belongs under the root.", (c, w, S, old, g) => w - (c.Rate * g / Math.Sqrt(S) + c.Epsilon)),
            RmsPropMove("A bracket is missing: `w - α * g / Math.Sqrt(S) + ε` adds ε to w. It belongs under the root.", (c, w, S, old, g) => w - c.Rate * g / Math.Sqrt(S) + c.Epsilon),
            RmsPropMove("The step goes uphill: subtract αg/√(S + ε).", (c, w, S, old, g) => w + c.Rate * g / Math.Sqrt(S + c.Epsilon)),
            RmsPropMove("You multiply by the root. Divide: where gradients are large, the step must become smaller.", (c, w, S, old, g) => w - c.Rate * g * Math.Sqrt(S + c.Epsilon)),
            RmsPropMove("The step uses the *old* S. Update S first, then divide by the root of the new one.", (c, w, S, old, g) => w - c.Rate * g / Math.Sqrt(old + c.Epsilon)),
            RmsPropMove("α is missing: w ← w − αg/√(S + ε).", (c, w, S, old, g) => w - g / Math.Sqrt(S + c.Epsilon)),
            RmsPropMove("The gradient is missing in the numerator: w ← w − αg/√(S + ε).", (c, w, S, old, g) => w - c.Rate / Math.Sqrt(S + c.Epsilon)),
            RmsPropMove("The gradient has lost its sign in the numerator: w ← w − αg/√(S + ε).", (c, w, S, old, g) => w - c.Rate * Math.Abs(g) / Math.Sqrt(S + c.Epsilon)),
            RmsPropMove("ε is hard-coded as 1e−8: use `ε`.", (c, w, S, old, g) => w - c.Rate * g / Math.Sqrt(S + 1e-8)),
            RmsPropMove("This is the change alone. Add it to the old w.", (c, w, S, old, g) => -c.Rate * g / Math.Sqrt(S + c.Epsilon)),
        ],
        Praise = "S averages the squares, the step is divided by the root, and ε keeps a first step with g = 0 finite.",
    };

    /// <summary>Notebook 06: S ← βS + (1 − β)g², then w ← w − αg/√(S + ε).</summary>
    /// <param name="step">From w, S, g, α, β, ε to the new w and S.</param>
    public static Verdict RmsPropStep(StateStep? step) => step is null
        ? Signature.Differs(null, RmsPropSignature)
        : _rmsPropStepExercise.Judge(steps => steps.Run(RmsPropAverage, (w, S, g) => step(w, S, g, steps.Rate, steps.Beta, steps.Epsilon)));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict RmsPropStep(Delegate? step) => Signature.Differs(step, RmsPropSignature);

    private static (double W, double S) RightRmsProp(AverageCase c, double w, double S, double g)
    {
        S = c.Beta * S + (1 - c.Beta) * g * g;
        return (w - c.Rate * g / Math.Sqrt(S + c.Epsilon), S);
    }

    /// <summary>A wrong average of the squares.</summary>
    private static Mistake<AverageCase> Squares(string sentence, Func<AverageCase, double, double, double> wrong, bool isNear = true) => new(
        RmsPropAverage, sentence, c => c.Run(RmsPropAverage, (w, S, g) => (w, wrong(c, S, g)))[0].Value!, isNear);

    /// <summary>A wrong move, from w, the new S, the old S and g, with the right average.</summary>
    private static Mistake<AverageCase> RmsPropMove(string sentence, Func<AverageCase, double, double, double, double, double> wrong, bool isNear = true) => new(
        AverageCase.Parameter, sentence, c => c.Run(RmsPropAverage, (w, old, g) =>
        {
            double S = RightRmsProp(c, w, old, g).S;
            return (wrong(c, w, S, old, g), S);
        })[1].Value!, isNear);
}
