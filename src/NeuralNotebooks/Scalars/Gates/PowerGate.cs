using System.Globalization;

namespace NeuralNotebooks;

/// <summary>z = xⁿ for a constant n.</summary>
internal sealed class PowerGate(double exponent) : Gate
{
    public override string Name => "power";

    public override string Symbol => "^" + exponent.ToString(CultureInfo.InvariantCulture);

    internal override int Precedence => 3;

    public override double Forward(ReadOnlySpan<double> x) => Math.Pow(x[0], exponent);

    // ∂z/∂x = n xⁿ⁻¹; x⁰ is constant, also at x = 0, where the formula would give 0 · ∞.
    public override void Derivatives(ReadOnlySpan<double> x, double z, Span<double> dx) =>
        dx[0] = exponent == 0 ? 0 : exponent * Math.Pow(x[0], exponent - 1);

    public override string Formula(IReadOnlyList<string> inputs) => inputs[0] + Symbol;
}
