namespace NeuralNotebooks;

/// <summary>An elementary function z = f(x₁, …, xₙ) with its partial derivatives. Circuits of values are built from
/// gates.</summary>
/// <remarks>A gate has no state, so all circuits share one object. To define a custom gate, derive from this class and
/// apply it with <see cref="Value.Of"/>.</remarks>
public abstract class Gate
{
    /// <summary>z = x₁ + … + xₙ passes the gradient to every input unchanged: ∂z/∂xᵢ = 1.</summary>
    public static Gate Sum { get; } = new FunctionGate("sum", "+", 1, FunctionGate.SumOf, (x, z, dx) => dx.Fill(1))
    { IsCommutative = true };

    /// <summary>z = x₁ − x₂ passes the gradient to x₁ unchanged and to x₂ with its sign changed.</summary>
    public static Gate Difference { get; } =
        new FunctionGate("difference", "−", 1, x => x[0] - x[1], (x, z, dx) => (dx[0], dx[1]) = (1, -1));

    /// <summary>z = −x passes the gradient on with its sign changed.</summary>
    public static Gate Negation { get; } = new FunctionGate("negation", "−", 1, x => -x[0], (x, z, dx) => dx[0] = -1);

    /// <summary>z = x₁ · … · xₙ scales the gradient: each input receives the gradient times the product of the other
    /// inputs.</summary>
    public static Gate Product { get; } =
        new FunctionGate("product", "×", 2, FunctionGate.ProductOf, FunctionGate.ProductSlopes)
        { IsCommutative = true, SlopeName = (i, x, z) => x.Count == 2 ? x[1 - i] : null };

    /// <summary>z = x₁ / x₂, with ∂z/∂x₁ = 1/x₂ and ∂z/∂x₂ = −x₁/x₂² = −z/x₂.</summary>
    public static Gate Quotient { get; } =
        new FunctionGate("quotient", "/", 2, x => x[0] / x[1], (x, z, dx) => (dx[0], dx[1]) = (1 / x[1], -z / x[1]))
        { SlopeName = (i, x, z) => i == 0 && x[1] is { } divisor ? $"1/{divisor}" : null };

    /// <summary>z = max(x₁, …, xₙ) routes the whole gradient to the largest input; of equal inputs, to the
    /// first.</summary>
    public static Gate Max { get; } = FunctionGate.Extremum("max", (candidate, best) => candidate > best);

    /// <summary>z = min(x₁, …, xₙ) routes the whole gradient to the smallest input; of equal inputs, to the
    /// first.</summary>
    public static Gate Min { get; } = FunctionGate.Extremum("min", (candidate, best) => candidate < best);

    /// <summary>z = σ(x) = 1 / (1 + e⁻ˣ) scales the gradient by σ′ = σ(1 − σ): ¼ at x = 0, and less on either side,
    /// where σ saturates.</summary>
    public static Gate Sigmoid { get; } =
        new FunctionGate("sigmoid", "σ", x => 1 / (1 + Math.Exp(-x)), (x, z) => z * (1 - z))
        { SlopeName = (i, x, z) => "σ′" };

    /// <summary>z = max(0, x) passes the gradient where x &gt; 0 and blocks it elsewhere. At the kink x = 0 every slope
    /// from 0 to 1 is a subgradient; 0 is used, as is usual.</summary>
    public static Gate Relu { get; } = new FunctionGate("relu", "relu", x => Math.Max(0, x), (x, z) => x > 0 ? 1 : 0);

    /// <summary>z = tanh x scales the gradient by tanh′ = 1 − tanh²: 1 at x = 0, and less on either side, where tanh
    /// saturates.</summary>
    public static Gate Tanh { get; } =
        new FunctionGate("tanh", "tanh", Math.Tanh, (x, z) => 1 - z * z) { SlopeName = (i, x, z) => "tanh′" };

    /// <summary>z = eˣ, with the derivative eˣ = z.</summary>
    public static Gate Exp { get; } =
        new FunctionGate("exp", "exp", Math.Exp, (x, z) => z) { SlopeName = (i, x, z) => z };

    /// <summary>z = ln x, with the derivative 1/x.</summary>
    public static Gate Log { get; } = new FunctionGate("log", "ln", Math.Log, (x, z) => 1 / x)
    { SlopeName = (i, x, z) => x[0] is { } name ? $"1/{name}" : null };

    /// <summary>The gate's name, such as "sum".</summary>
    public abstract string Name { get; }

    /// <summary>The gate's symbol in formulas and drawings, such as "+".</summary>
    public abstract string Symbol { get; }

    /// <summary>z = xⁿ for a constant n, with the derivative n xⁿ⁻¹.</summary>
    public static Gate Power(double exponent) =>
        // x⁰ is constant, so its derivative is 0; at x = 0 the formula would compute 0 · ∞.
        new FunctionGate(
            "power", Invariant($"^{exponent}"), 3, x => Math.Pow(x[0], exponent),
            (x, z, dx) => dx[0] = exponent == 0 ? 0 : exponent * Math.Pow(x[0], exponent - 1))
        { Exponent = exponent, SlopeName = (i, x, z) => exponent == 2 && x[0] is { } name ? $"2{name}" : null };

    /// <summary>Forward: computes the output z from the inputs x₁ … xₙ.</summary>
    public abstract double Forward(ReadOnlySpan<double> x);

    /// <summary>Backward: computes ∂z/∂xᵢ for each input, from the inputs and the output.</summary>
    /// <param name="x">The n inputs.</param>
    /// <param name="z">The output of <see cref="Forward"/> for these inputs.</param>
    /// <param name="dx">Receives the n derivatives ∂z/∂xᵢ.</param>
    public abstract void Derivatives(ReadOnlySpan<double> x, double z, Span<double> dx);

    /// <summary>The result as a formula, such as "x + y", from the formulas of the inputs. Default: the symbol as a
    /// function, such as "max(x, y)".</summary>
    public virtual string Formula(IReadOnlyList<string> inputs) => $"{Symbol}({string.Join(", ", inputs)})";

    /// <summary>∂z/∂xᵢ as a short formula of the names of inputs and output, such as "y" for x × y; null if there is
    /// none.</summary>
    internal virtual string? DerivativeFormula(int i, IReadOnlyList<string?> inputs, string? output) => null;

    /// <summary>Whether the order of the inputs does not matter.</summary>
    internal virtual bool IsCommutative { get; init; }

    /// <summary>The precedence of an operator: 1 for sums to 3 for powers; 0 for a function, whose inputs are written
    /// in parentheses anyway.</summary>
    internal virtual int Precedence => 0;

    /// <inheritdoc/>
    public override string ToString() => Symbol;
}
