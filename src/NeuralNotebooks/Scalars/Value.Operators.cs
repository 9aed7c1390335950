namespace NeuralNotebooks;

public sealed partial class Value
{
    /// <summary>a + b.</summary>
    public static Value operator +(Value a, Value b) => Of(Gate.Sum, a, b);

    /// <summary>a − b.</summary>
    public static Value operator -(Value a, Value b) => Of(Gate.Difference, a, b);

    /// <summary>a · b.</summary>
    public static Value operator *(Value a, Value b) => Of(Gate.Product, a, b);

    /// <summary>a / b.</summary>
    public static Value operator /(Value a, Value b) => Of(Gate.Quotient, a, b);

    /// <summary>−x.</summary>
    public static Value operator -(Value x) => Of(Gate.Negation, x);

    /// <summary>x₁ + … + xₙ in one gate; 0 for no inputs.</summary>
    public static Value Sum(params IEnumerable<Value> inputs) => Of(Gate.Sum, inputs);

    /// <summary>x₁ · … · xₙ in one gate; 1 for no inputs.</summary>
    public static Value Product(params IEnumerable<Value> inputs) => Of(Gate.Product, inputs);

    /// <summary>The largest of x₁ … xₙ. Of several equal inputs, the first receives the gradient.</summary>
    /// <exception cref="ArgumentException">There are no inputs.</exception>
    public static Value Max(params IEnumerable<Value> inputs) => Of(Gate.Max, inputs);

    /// <summary>The smallest of x₁ … xₙ. Of several equal inputs, the first receives the gradient.</summary>
    /// <exception cref="ArgumentException">There are no inputs.</exception>
    public static Value Min(params IEnumerable<Value> inputs) => Of(Gate.Min, inputs);

    /// <summary>σ(x) = 1 / (1 + e⁻ˣ).</summary>
    public static Value Sigmoid(Value x) => Of(Gate.Sigmoid, x);

    /// <summary>relu(x) = max(0, x), with slope 0 at 0.</summary>
    public static Value Relu(Value x) => Of(Gate.Relu, x);

    /// <summary>tanh x.</summary>
    public static Value Tanh(Value x) => Of(Gate.Tanh, x);

    /// <summary>eˣ.</summary>
    public static Value Exp(Value x) => Of(Gate.Exp, x);

    /// <summary>ln x: NaN for x &lt; 0, −∞ for x = 0.</summary>
    public static Value Log(Value x) => Of(Gate.Log, x);

    /// <summary>xⁿ for a constant n.</summary>
    public static Value Pow(Value x, double exponent) => Of(Gate.Power(exponent), x);
}
