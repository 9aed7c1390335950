namespace NeuralNotebooks;

/// <summary>A gate for z = f(x₁, …, xₙ), made from two functions: f, and one that computes all ∂z/∂xᵢ from x and
/// z.</summary>
internal sealed class FunctionGate(
    string name, string symbol, int precedence, FunctionGate.Function f, FunctionGate.Slopes slopes) : Gate
{
    public delegate double Function(ReadOnlySpan<double> x);

    public delegate void Slopes(ReadOnlySpan<double> x, double z, Span<double> dx);

    public FunctionGate(string name, string symbol, Func<double, double> f, Func<double, double, double> slope)
        : this(name, symbol, 0, x => f(x[0]), (x, z, dx) => dx[0] = slope(x[0], z))
    {
    }

    public override string Name => name;

    public override string Symbol => symbol;

    public double? Exponent { get; init; }

    public Func<int, IReadOnlyList<string?>, string?, string?>? SlopeName { get; init; }

    internal override int Precedence => precedence;

    internal override string? DerivativeFormula(int i, IReadOnlyList<string?> inputs, string? output) =>
        SlopeName?.Invoke(i, inputs, output);

    public override double Forward(ReadOnlySpan<double> x) => f(x);

    public override void Derivatives(ReadOnlySpan<double> x, double z, Span<double> dx) => slopes(x, z, dx);

    public override string Formula(IReadOnlyList<string> inputs) =>
        Exponent is { } exponent ? inputs[0] + Raised(Invariant($"{exponent}"))
        : precedence > 0 ? inputs.Count > 1 ? string.Join($" {symbol} ", inputs) : symbol + inputs[0]
        : base.Formula(inputs);

    /// <summary>"²" for 2; an exponent that is no whole number is written as "^0.5".</summary>
    private static string Raised(string exponent)
    {
        const string Signs = "-0123456789", Superscripts = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹";
        return exponent.All(Signs.Contains)
            ? string.Concat(exponent.Select(sign => Superscripts[Signs.IndexOf(sign)])) : $"^{exponent}";
    }

    public static double SumOf(ReadOnlySpan<double> x)
    {
        double z = 0;
        foreach (double xi in x)
            z += xi;
        return z;
    }

    public static double ProductOf(ReadOnlySpan<double> x)
    {
        double z = 1;
        foreach (double xi in x)
            z *= xi;
        return z;
    }

    /// <summary>∂z/∂xᵢ = Π xⱼ over j ≠ i = (product of those before i) · (product of those after i).</summary>
    // The shorter formula z / xᵢ gives the same if xᵢ ≠ 0, but 0/0 if xᵢ = 0.
    public static void ProductSlopes(ReadOnlySpan<double> x, double z, Span<double> dx)
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

    /// <summary>z = max(x₁, …, xₙ) or min(x₁, …, xₙ): the largest or smallest input receives the whole gradient, the
    /// others none.</summary>
    /// <remarks>Of several equal inputs, only the first receives the gradient. This is a subgradient: max(x, x) = x has
    /// slope 1. If every input equal to z received the whole gradient, the slope would be 2, which is not a
    /// subgradient.</remarks>
    public static FunctionGate Extremum(string name, Func<double, double, bool> beats)
    {
        return new(name, name, 0, x => x[Winner(x)], (x, z, dx) =>
        {
            dx.Clear();
            dx[Winner(x)] = 1;
        })
        { IsCommutative = true };

        // An input that is NaN is chosen over any number, so that the result is NaN too.
        int Winner(ReadOnlySpan<double> x)
        {
            if (x.IsEmpty)
                throw new ArgumentException($"A {name} gate needs at least one input.");
            int winner = 0;
            for (int i = 1; i < x.Length && !double.IsNaN(x[winner]); i++)
                if (beats(x[i], x[winner]) || double.IsNaN(x[i]))
                    winner = i;
            return winner;
        }
    }
}
