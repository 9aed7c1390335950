namespace NeuralNotebooks;

/// <summary>z = −x turns the sign of the gradient.</summary>
internal sealed class NegationGate : Gate
{
    public override string Name => "negation";

    public override string Symbol => "−";

    internal override int Precedence => 1;

    public override double Forward(ReadOnlySpan<double> x) => -x[0];

    public override void Derivatives(ReadOnlySpan<double> x, double z, Span<double> dx) => dx[0] = -1;

    public override string Formula(IReadOnlyList<string> inputs) => Symbol + inputs[0];
}
