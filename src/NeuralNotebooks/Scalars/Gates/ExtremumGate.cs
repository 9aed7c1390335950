namespace NeuralNotebooks;

/// <summary>z = max(x₁, …, xₙ), or min, directs the flow: the winning input receives the whole gradient, the others none.</summary>
/// <remarks>
/// At a tie the first of the equal inputs wins. That is a subgradient: max(x, x) = x gets slope 1. Giving the whole gradient to
/// every winner, as the indicator 𝟙[xᵢ = z] would, is none: the slope would be 2.
/// </remarks>
internal sealed class ExtremumGate(string name, Func<double, double, bool> beats) : Gate
{
    public override string Name => name;

    public override string Symbol => name;

    public override double Forward(ReadOnlySpan<double> x) => x.Length > 0
        ? x[Winner(x)]
        : throw new ArgumentException($"A {name} gate needs at least one input.");

    public override void Derivatives(ReadOnlySpan<double> x, double z, Span<double> dx)
    {
        dx.Clear();
        dx[Winner(x)] = 1;
    }

    // NaN wins, so that it is not lost on the way.
    private int Winner(ReadOnlySpan<double> x)
    {
        int winner = 0;
        for (int i = 1; i < x.Length && !double.IsNaN(x[winner]); i++)
        {
            if (beats(x[i], x[winner]) || double.IsNaN(x[i]))
                winner = i;
        }

        return winner;
    }
}
