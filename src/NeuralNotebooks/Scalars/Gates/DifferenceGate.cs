namespace NeuralNotebooks;

/// <summary>z = x₁ − x₂ passes the gradient to x₁ unchanged and to x₂ with its sign turned.</summary>
internal sealed class DifferenceGate : InfixGate
{
    public override string Name => "difference";

    public override string Symbol => "−";

    internal override int Precedence => 1;

    public override double Forward(ReadOnlySpan<double> x) => x[0] - x[1];

    public override void Derivatives(ReadOnlySpan<double> x, double z, Span<double> dx) => (dx[0], dx[1]) = (1, -1);
}
