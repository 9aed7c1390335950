namespace NeuralNotebooks;

/// <summary>z = x₁ · … · xₙ splits the flow: each input receives the gradient times the product of the other inputs.</summary>
internal sealed class ProductGate : InfixGate
{
    public override string Name => "product";

    public override string Symbol => "×";

    internal override int Precedence => 2;

    public override double Forward(ReadOnlySpan<double> x)
    {
        double z = 1;
        foreach (double xi in x)
            z *= xi;
        return z;
    }

    // ∂z/∂xᵢ = Π xⱼ over j ≠ i = (product of those before i) · (product of those after i).
    // "Out over in", z / xᵢ, is the same where xᵢ ≠ 0, and 0/0 where it is not.
    public override void Derivatives(ReadOnlySpan<double> x, double z, Span<double> dx)
    {
        double before = 1;
        for (int i = 0; i < x.Length; i++)
        {
            dx[i] = before;
            before *= x[i];
        }

        double after = 1;
        for (int i = x.Length - 1; i >= 0; i--)
        {
            dx[i] *= after;
            after *= x[i];
        }
    }
}
