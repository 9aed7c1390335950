namespace NeuralNotebooks;

/// <summary>z = tanh x saturates as σ does, and is steeper: the slope at 0 is 1.</summary>
internal sealed class TanhGate : Gate
{
    public override string Name => "tanh";

    public override string Symbol => "tanh";

    public override double Forward(ReadOnlySpan<double> x) => Math.Tanh(x[0]);

    // tanh′(x) = 1 − tanh²(x)
    public override void Derivatives(ReadOnlySpan<double> x, double z, Span<double> dx) => dx[0] = 1 - z * z;
}
