namespace NeuralNotebooks;

/// <summary>z = max(0, x) lets the flow pass where x &gt; 0 and blocks it elsewhere.</summary>
internal sealed class ReluGate : Gate
{
    public override string Name => "relu";

    public override string Symbol => "relu";

    public override double Forward(ReadOnlySpan<double> x) => Math.Max(0, x[0]);

    // relu′(x) = 𝟙[x > 0]; at the kink every slope from 0 to 1 is a subgradient, and 0 is the field's choice.
    public override void Derivatives(ReadOnlySpan<double> x, double z, Span<double> dx) => dx[0] = x[0] > 0 ? 1 : 0;
}
