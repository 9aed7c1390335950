namespace NeuralNotebooks;

/// <summary>z = eˣ, its own derivative.</summary>
internal sealed class ExpGate : Gate
{
    public override string Name => "exp";

    public override string Symbol => "exp";

    public override double Forward(ReadOnlySpan<double> x) => Math.Exp(x[0]);

    public override void Derivatives(ReadOnlySpan<double> x, double z, Span<double> dx) => dx[0] = z;
}
