namespace NeuralNotebooks;

/// <summary>One elementary function: how values flow forward through it, and how it scales gradients that flow back.</summary>
/// <remarks>A gate keeps no state, so one object serves every circuit. Derive from it to make a gate of one's own.</remarks>
public abstract class Gate
{
    /// <summary>x₁ + … + xₙ.</summary>
    public static Gate Sum { get; } = new SumGate();

    /// <summary>x₁ − x₂.</summary>
    public static Gate Difference { get; } = new DifferenceGate();

    /// <summary>−x.</summary>
    public static Gate Negation { get; } = new NegationGate();

    /// <summary>x₁ · … · xₙ.</summary>
    public static Gate Product { get; } = new ProductGate();

    /// <summary>x₁ / x₂.</summary>
    public static Gate Quotient { get; } = new QuotientGate();

    /// <summary>The largest input.</summary>
    public static Gate Max { get; } = new ExtremumGate("max", (candidate, best) => candidate > best);

    /// <summary>The smallest input.</summary>
    public static Gate Min { get; } = new ExtremumGate("min", (candidate, best) => candidate < best);

    /// <summary>σ(x).</summary>
    public static Gate Sigmoid { get; } = new SigmoidGate();

    /// <summary>max(0, x).</summary>
    public static Gate Relu { get; } = new ReluGate();

    /// <summary>tanh x.</summary>
    public static Gate Tanh { get; } = new TanhGate();

    /// <summary>eˣ.</summary>
    public static Gate Exp { get; } = new ExpGate();

    /// <summary>ln x.</summary>
    public static Gate Log { get; } = new LogGate();

    /// <summary>What the gate is called: "sum".</summary>
    public abstract string Name { get; }

    /// <summary>What is drawn in the gate: "+".</summary>
    public abstract string Symbol { get; }

    /// <summary>xⁿ.</summary>
    public static Gate Power(double exponent) => new PowerGate(exponent);

    /// <summary>Forward: the output for these inputs.</summary>
    public abstract double Forward(ReadOnlySpan<double> x);

    /// <summary>Backward: ∂z/∂xᵢ for every input xᵢ, given the inputs and the output z.</summary>
    public abstract void Derivatives(ReadOnlySpan<double> x, double z, Span<double> dx);

    /// <summary>The gate's result as a formula, given how its inputs are written.</summary>
    public virtual string Formula(IReadOnlyList<string> inputs) => $"{Symbol}({string.Join(", ", inputs)})";

    /// <summary>How tightly an operator binds, from 1; 0 for a function, whose brackets are its own.</summary>
    internal virtual int Precedence => 0;

    /// <inheritdoc/>
    public override string ToString() => Symbol;
}
