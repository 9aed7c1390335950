namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string SigmoidGateSignature = "double SigmoidBackward(double z, double dz)";

    private static readonly Exercise<SigmoidCase> _sigmoidGateExercise = new()
    {
        Cases = () => [new(0.5, 2), new(0.9, -3), new(0.25, 0.5), new(0.01, 10)],
        Describe = c => $"for z = {Readable.Number(c.Z)}, dz = {Readable.Number(c.Arriving)}",
        Reference = c => [Part.Number(SigmoidCase.Part, c.Z * (1 - c.Z) * c.Arriving)],
        Mistakes =
        [
            Wrong("You have the slope z(1 − z). Multiply it by dz, the gradient that arrives from above.", c => c.Z * (1 - c.Z)),
            Wrong("σ is applied twice: you took σ′ at z. But z is the output of the gate, it is σ(x) already. So the slope is z(1 − z), with no σ in it.", c => c.SlopeAtOutput * c.Arriving),
            Wrong("σ is applied twice, and dz is missing. z is the output of the gate, σ(x) already: the slope is z(1 − z), and it scales dz.", c => c.SlopeAtOutput),
            Wrong("You have z(1 + z). The slope is z(1 − z): it must vanish where z comes near 1.", c => c.Z * (1 + c.Z) * c.Arriving),
            Wrong("You have z(1 + z), and dz is missing. The slope is z(1 − z), and it scales dz.", c => c.Z * (1 + c.Z)),
            Wrong("The sign is wrong: z(z − 1) is negative, and σ rises everywhere. The slope is z(1 − z).", c => c.Z * (c.Z - 1) * c.Arriving),
            Wrong("Half of the slope is missing: you multiplied by z only. The slope is z(1 − z).", c => c.Z * c.Arriving),
            Wrong("Half of the slope is missing: you multiplied by 1 − z only. The slope is z(1 − z).", c => (1 - c.Z) * c.Arriving),
            Wrong("You multiplied by z twice. The slope is z(1 − z).", c => c.Z * c.Z * c.Arriving),
            Wrong("1 − z² is the slope of tanh. That of σ is z(1 − z).", c => (1 - c.Z * c.Z) * c.Arriving),
            Wrong("¼ is the slope of σ at its steepest point, where z = ½. Elsewhere it is z(1 − z).", c => c.Arriving / 4),
            Wrong("This is dz unchanged. The gate attenuates it: multiply by the slope z(1 − z).", c => c.Arriving),
            Wrong("You added dz. Gradients multiply along a path: z(1 − z)·dz.", c => c.Z * (1 - c.Z) + c.Arriving),
            Wrong("Brackets are missing: a product comes before a difference. Write `dz * z * (1 - z)`.", c => (c.Arriving * c.Z) - c.Z),
            Wrong("Brackets are missing: a product comes before a difference. Write `dz * z * (1 - z)`.", c => c.Z - (c.Z * c.Arriving)),
            Wrong("You divided by the slope. The gate attenuates what arrives: multiply.", c => c.Arriving / (c.Z * (1 - c.Z))),
            Wrong("This is σ(z)·dz: a value of σ, and of a z that is the output of σ already. The slope is z(1 − z).", c => c.SigmaOfOutput * c.Arriving),
        ],
        Praise = "Right everywhere. The gate needs only its output: with z kept from the forward pass, the backward pass computes no exponential.",
    };

    /// <summary>Notebook 01: the backward pass of z = σ(x), from the output z.</summary>
    /// <param name="backward">From the output z and ∂L/∂z, the gradient that arrives, to ∂L/∂x = ∂L/∂z · z(1 − z).</param>
    public static Verdict SigmoidGate(Func<double, double, double>? backward) => backward is null
        ? Signature.Differs(null, SigmoidGateSignature)
        : _sigmoidGateExercise.Judge(c => [Part.Number(SigmoidCase.Part, backward(c.Z, c.Arriving))]);

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict SigmoidGate(Delegate? backward) => Signature.Differs(backward, SigmoidGateSignature);

    private static Mistake<SigmoidCase> Wrong(string sentence, Func<SigmoidCase, double> wrong) =>
        new(SigmoidCase.Part, sentence, c => Matrix.Column(wrong(c)));

    /// <summary>The output of a σ gate, and the gradient that arrives there.</summary>
    private sealed record SigmoidCase(double Z, double Arriving)
    {
        public const string Part = "dx";

        public double SigmaOfOutput => 1 / (1 + Math.Exp(-Z));

        public double SlopeAtOutput => SigmaOfOutput * (1 - SigmaOfOutput);
    }
}
