namespace NeuralNotebooks;

/// <summary>z = x₁ + … + xₙ distributes the flow: every input receives the gradient unchanged.</summary>
internal sealed class SumGate : InfixGate
{
    public override string Name => "sum";

    public override string Symbol => "+";

    internal override int Precedence => 1;

    public override double Forward(ReadOnlySpan<double> x)
    {
        double z = 0;
        foreach (double xi in x)
            z += xi;
        return z;
    }

    // ∂z/∂xᵢ = 1
    public override void Derivatives(ReadOnlySpan<double> x, double z, Span<double> dx) => dx.Fill(1);
}
