namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<DecayingWeight> _decayStep = new()
    {
        Expected = "double DecayStep(double w, double g, double α, double λ)",
        Cases = () => [new(2, 0.5, 0.1, 0.3), new(-3, 0, 0.5, 0.2), new(0, 4, 0.25, 0.1), new(5, -2, 0.2, 0.4)],
        Describe = s => $"for w = {s.w}, g = {s.g}, α = {s.α} and λ = {s.λ}",
        Praise = "The same as (1 − αλ)·w − αg: in each step the weight loses a small part of itself, unless the "
            + "gradient keeps it up.",
        Parts = [new("The new w", s => s.w - s.α * (s.g + s.Penalty))
        {
            { "The decay is missing: the penalty λ/2·w² has the slope λw.", s => s with { Penalty = 0 } },
            { "w has not moved.", s => s with { α = 0 }, NotYet },
            { "The penalty pushes w away from 0: its slope λw is *added* to g, and the whole is subtracted.",
                s => s with { Penalty = -s.Penalty } },
            { "The decay is not multiplied by α: the penalty's slope is part of the gradient.",
                s => s with { Penalty = s.Penalty / s.α } },
            { "Only the decay is left: the gradient g is missing.", s => s with { g = 0 } },
            { "The slope of λ/2·w² is λw, without the ½.", s => s with { Penalty = s.Penalty / 2 } },
            { "The slope of λ/2·w² is λw, not 2λw.", s => s with { Penalty = 2 * s.Penalty } },
            { "You added the penalty itself, λ/2·w². Add its slope, λw.",
                s => s with { Penalty = s.λ / 2 * s.w * s.w } },
            { "You added λw². The slope is λw.", s => s with { Penalty = s.λ * s.w * s.w } },
            { "You subtracted λ times the sign of w: that is the slope of λ|w|, another penalty (L1).",
                s => s with { Penalty = s.λ * Math.Sign(s.w) } },
            { "λ itself was added, not λw: it pushes every weight in one direction.", s => s with { Penalty = s.λ } },
            { "The step goes uphill: subtract.", s => s with { α = -s.α } },
            { "g was scaled by λ as well.", s => s with { g = s.λ * s.g } },
            { "α is missing.", s => s with { α = 1 } },
            { "The whole new w was shrunk, the step too. Here the penalty's slope is taken at the *old* w.",
                s => (s.w - s.α * s.g) * (1 - s.α * s.λ) },
        }],
    };

    /// <summary>Notebook 09: a step of gradient descent on L + λ/2 w².</summary>
    /// <param name="decayStep">From w, g = ∂L/∂w, α and λ to the new w.</param>
    public static Verdict DecayStep(Func<double, double, double, double, double>? decayStep) =>
        _decayStep.Judge(decayStep, s => decayStep!(s.w, s.g, s.α, s.λ));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict DecayStep(Delegate? decayStep) => _decayStep.Refuse(decayStep);

    /// <summary>A weight before a step, and the slope λw of the penalty.</summary>
    private sealed record DecayingWeight(double w, double g, double α, double λ)
    {
        public double Penalty { get; init; } = λ * w;
    }
}
