namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string DecayedPart = "The new w";
    private const string DecaySignature = "double DecayStep(double w, double g, double α, double λ)";

    private static readonly Exercise<DecayingWeight> _decayStepExercise = new()
    {
        Cases = () => [new(2, 0.5, 0.1, 0.3), new(-3, 0, 0.5, 0.2), new(0, 4, 0.25, 0.1), new(5, -2, 0.2, 0.4)],
        Describe = step => step.Describe(),
        Reference = step => [Part.Number(DecayedPart, step.W - step.Rate * (step.Slope + step.Decay * step.W))],
        Mistakes =
        [
            WrongDecay("The decay is missing: the penalty λ/2·w² has the slope λw.", s => s.W - s.Rate * s.Slope),
            WrongDecay("w has not moved.", s => s.W, isNear: false),
            WrongDecay("The penalty pushes w away from 0: its slope λw is *added* to g, and the whole is subtracted.", s => s.W - s.Rate * (s.Slope - s.Decay * s.W)),
            WrongDecay("The decay is not multiplied by α: the penalty's slope is part of the gradient.", s => s.W - s.Rate * s.Slope - s.Decay * s.W),
            WrongDecay("Only the decay is left: the gradient g is missing.", s => s.W - s.Rate * s.Decay * s.W),
            WrongDecay("The slope of λ/2·w² is λw, without the ½.", s => s.W - s.Rate * (s.Slope + s.Decay / 2 * s.W)),
            WrongDecay("The slope of λ/2·w² is λw, not 2λw.", s => s.W - s.Rate * (s.Slope + 2 * s.Decay * s.W)),
            WrongDecay("You added the penalty itself, λ/2·w². Add its slope, λw.", s => s.W - s.Rate * (s.Slope + s.Decay / 2 * s.W * s.W)),
            WrongDecay("You added λw². The slope is λw.", s => s.W - s.Rate * (s.Slope + s.Decay * s.W * s.W)),
            WrongDecay("You subtracted λ times the sign of w: that is the slope of λ|w|, another penalty (L1).", s => s.W - s.Rate * (s.Slope + s.Decay * Math.Sign(s.W))),
            WrongDecay("λ itself was added, not λw: it pushes every weight in one direction.", s => s.W - s.Rate * (s.Slope + s.Decay)),
            WrongDecay("The step goes uphill: subtract.", s => s.W + s.Rate * (s.Slope + s.Decay * s.W)),
            WrongDecay("g was scaled by λ as well.", s => s.W - s.Rate * s.Decay * (s.Slope + s.W)),
            WrongDecay("α is missing.", s => s.W - (s.Slope + s.Decay * s.W)),
            WrongDecay("The whole new w was shrunk, the step too. Here the penalty's slope is taken at the *old* w.", s => (s.W - s.Rate * s.Slope) * (1 - s.Rate * s.Decay)),
        ],
        Praise = "The same as (1 − αλ)·w − αg: in each step the weight loses a small part of itself, unless the gradient keeps it up.",
    };

    /// <summary>Notebook 09: a step of gradient descent on L + λ/2 w².</summary>
    /// <param name="decayStep">From w, g = ∂L/∂w, α and λ to the new w.</param>
    public static Verdict DecayStep(Func<double, double, double, double, double>? decayStep) => decayStep is null
        ? Signature.Differs(null, DecaySignature)
        : _decayStepExercise.Judge(s => [Part.Number(DecayedPart, decayStep(s.W, s.Slope, s.Rate, s.Decay))]);

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict DecayStep(Delegate? decayStep) => Signature.Differs(decayStep, DecaySignature);

    private static Mistake<DecayingWeight> WrongDecay(string sentence, Func<DecayingWeight, double> wrong, bool isNear = true) =>
        new(DecayedPart, sentence, step => Matrix.Column(wrong(step)), isNear);

    /// <summary>A weight before a step.</summary>
    private sealed record DecayingWeight(double W, double Slope, double Rate, double Decay)
    {
        public string Describe() => FormattableString.Invariant($"for w = {W}, g = {Slope}, α = {Rate} and λ = {Decay}");
    }
}
