namespace NeuralNotebooks;

/// <summary>z = σ(x) = 1 / (1 + e⁻ˣ) attenuates the flow: by 4 at x = 0, and ever more as it saturates on either side.</summary>
internal sealed class SigmoidGate : Gate
{
    public override string Name => "sigmoid";

    public override string Symbol => "σ";

    public override double Forward(ReadOnlySpan<double> x) => 1 / (1 + Math.Exp(-x[0]));

    // σ′(x) = σ(x)(1 − σ(x))
    public override void Derivatives(ReadOnlySpan<double> x, double z, Span<double> dx) => dx[0] = z * (1 - z);
}
