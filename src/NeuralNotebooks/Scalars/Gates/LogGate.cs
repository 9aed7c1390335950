namespace NeuralNotebooks;

/// <summary>z = ln x.</summary>
internal sealed class LogGate : Gate
{
    public override string Name => "log";

    public override string Symbol => "ln";

    public override double Forward(ReadOnlySpan<double> x) => Math.Log(x[0]);

    public override void Derivatives(ReadOnlySpan<double> x, double z, Span<double> dx) => dx[0] = 1 / x[0];
}
