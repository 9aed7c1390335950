namespace NeuralNotebooks;

/// <summary>One elementary function: how values flow forward through it, and how it scales gradients that flow
/// back.</summary>
/// <remarks>A gate keeps no state, so one object serves every circuit. Derive from it to make a custom gate.</remarks>
public abstract class Gate
{
    /// <summary>z = x₁ + … + xₙ distributes the flow: every input receives the gradient unchanged.</summary>
    public static Gate Sum { get; } = new FunctionGate("sum", "+", 1, FunctionGate.SumOf, (x, z, dx) => dx.Fill(1));

    /// <summary>z = x₁ − x₂ passes the gradient to x₁ unchanged and to x₂ with its sign changed.</summary>
    public static Gate Difference { get; } =
        new FunctionGate("difference", "−", 1, x => x[0] - x[1], (x, z, dx) => (dx[0], dx[1]) = (1, -1));

    /// <summary>z = −x changes the sign of the gradient.</summary>
    public static Gate Negation { get; } = new FunctionGate("negation", "−", 1, x => -x[0], (x, z, dx) => dx[0] = -1);

    /// <summary>z = x₁ · … · xₙ splits the flow: each input receives the gradient times the product of the other
    /// inputs.</summary>
    public static Gate Product { get; } =
        new FunctionGate("product", "×", 2, FunctionGate.ProductOf, FunctionGate.ProductSlopes);

    /// <summary>z = x₁ / x₂, with ∂z/∂x₁ = 1/x₂ and ∂z/∂x₂ = −x₁/x₂² = −z/x₂.</summary>
    public static Gate Quotient { get; } =
        new FunctionGate("quotient", "/", 2, x => x[0] / x[1], (x, z, dx) => (dx[0], dx[1]) = (1 / x[1], -z / x[1]));

    /// <summary>The largest input receives the whole gradient.</summary>
    public static Gate Max { get; } = FunctionGate.Extremum("max", (candidate, best) => candidate > best);

    /// <summary>The smallest input receives the whole gradient.</summary>
    public static Gate Min { get; } = FunctionGate.Extremum("min", (candidate, best) => candidate < best);

    /// <summary>z = σ(x) = 1 / (1 + e⁻ˣ) scales the gradient by at most ¼, at x = 0, and by less as it saturates on
    /// either side: σ′ = σ(1 − σ).</summary>
    public static Gate Sigmoid { get; } =
        new FunctionGate("sigmoid", "σ", x => 1 / (1 + Math.Exp(-x)), (x, z) => z * (1 - z));

    /// <summary>z = max(0, x) lets the flow pass where x &gt; 0 and blocks it elsewhere. At the kink every slope from 0
    /// to 1 is a subgradient, and 0 is the usual choice.</summary>
    public static Gate Relu { get; } = new FunctionGate("relu", "relu", x => Math.Max(0, x), (x, z) => x > 0 ? 1 : 0);

    /// <summary>z = tanh x saturates as σ does, and is steeper: tanh′ = 1 − tanh², which is 1 at 0.</summary>
    public static Gate Tanh { get; } = new FunctionGate("tanh", "tanh", Math.Tanh, (x, z) => 1 - z * z);

    /// <summary>z = eˣ, its own derivative.</summary>
    public static Gate Exp { get; } = new FunctionGate("exp", "exp", Math.Exp, (x, z) => z);

    /// <summary>z = ln x, with the derivative 1/x.</summary>
    public static Gate Log { get; } = new FunctionGate("log", "ln", Math.Log, (x, z) => 1 / x);

    /// <summary>What the gate is called: "sum".</summary>
    public abstract string Name { get; }

    /// <summary>What is drawn in the gate: "+".</summary>
    public abstract string Symbol { get; }

    /// <summary>z = xⁿ for a constant n.</summary>
    public static Gate Power(double exponent) =>
        // ∂z/∂x = n xⁿ⁻¹; x⁰ is constant, even at x = 0, where the formula would give 0 · ∞.
        new FunctionGate(
            "power",
            Invariant($"^{exponent}"),
            FunctionGate.PowerPrecedence,
            x => Math.Pow(x[0], exponent),
            (x, z, dx) => dx[0] = exponent == 0 ? 0 : exponent * Math.Pow(x[0], exponent - 1)
        );

    /// <summary>Forward: the output for these inputs.</summary>
    public abstract double Forward(ReadOnlySpan<double> x);

    /// <summary>Backward: ∂z/∂xᵢ for every input xᵢ, given the inputs and the output z.</summary>
    public abstract void Derivatives(ReadOnlySpan<double> x, double z, Span<double> dx);

    /// <summary>The gate's result as a formula, given how its inputs are written.</summary>
    public virtual string Formula(IReadOnlyList<string> inputs) => $"{Symbol}({string.Join(", ", inputs)})";

    /// <summary>How tightly an operator binds, from 1; 0 for a function, which has its own parentheses.</summary>
    internal virtual int Precedence => 0;

    /// <inheritdoc/>
    public override string ToString() => Symbol;
}
