namespace NeuralNotebooks;

/// <summary>z = x₁ / x₂.</summary>
internal sealed class QuotientGate : InfixGate
{
    public override string Name => "quotient";

    public override string Symbol => "/";

    internal override int Precedence => 2;

    public override double Forward(ReadOnlySpan<double> x) => x[0] / x[1];

    // ∂z/∂x₁ = 1/x₂, ∂z/∂x₂ = −x₁/x₂² = −z/x₂
    public override void Derivatives(ReadOnlySpan<double> x, double z, Span<double> dx) => (dx[0], dx[1]) = (1 / x[1], -z / x[1]);
}
