namespace NeuralNotebooks;

/// <summary>The activation function g of a layer, which is applied to each entry of its preactivations: A =
/// g(Z).</summary>
public enum Activation
{
    /// <summary>g(z) = z.</summary>
    Identity,

    /// <summary>g(z) = 1 / (1 + e⁻ᶻ).</summary>
    Sigmoid,

    /// <summary>g(z) = tanh z.</summary>
    Tanh,

    /// <summary>g(z) = max(0, z).</summary>
    Relu,
}

/// <summary>The activation functions, each with its derivative.</summary>
/// <remarks>
/// The derivative is written in terms of the output a = g(z), which the forward pass computed:
/// <code>
/// identity   a = z               g′ = 1
/// sigmoid    a = 1/(1 + e⁻ᶻ)     g′ = a(1 − a)
/// tanh       a = tanh z          g′ = 1 − a²
/// relu       a = max(0, z)       g′ = 1 where a > 0, else 0 (so 0 at the kink z = 0)
/// </code>
/// </remarks>
public static class ActivationFunctions
{
    /// <summary>Computes a = g(z) entry by entry; the spans may be the same memory. NaN stays NaN.</summary>
    /// <exception cref="ArgumentException">The spans differ in length, or overlap but are not the same
    /// memory.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The activation is not defined.</exception>
    public static void Apply<T>(this Activation activation, ReadOnlySpan<T> z, Span<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Elementwise.CheckSpans(z, a, "preactivations z", "outputs a");
        switch (activation)
        {
            case Activation.Identity: z.CopyTo(a); break;
            case Activation.Sigmoid: LaneLoop.Map<Sigmoid, T>(z, a); break;
            case Activation.Tanh: LaneLoop.Map<HyperbolicTangent, T>(z, a); break;
            case Activation.Relu: LaneLoop.Map<Rectifier, T>(z, a); break;
            default: throw Unknown(activation);
        }
    }

    /// <summary>Multiplies a gradient by the derivative, in place: δ ← δ ⊙ g′(z), where g′(z) is computed from a =
    /// g(z).</summary>
    /// <exception cref="ArgumentException">The spans differ in length, or overlap but are not the same
    /// memory.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The activation is not defined.</exception>
    public static void MultiplyByDerivative<T>(this Activation activation, ReadOnlySpan<T> a, Span<T> delta)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Elementwise.CheckSpans<T>(a, delta, "outputs a", "gradient δ");
        switch (activation)
        {
            case Activation.Identity: break;
            case Activation.Sigmoid: LaneLoop.MultiplyBySlope<Sigmoid, T>(a, delta); break;
            case Activation.Tanh: LaneLoop.MultiplyBySlope<HyperbolicTangent, T>(a, delta); break;
            case Activation.Relu: LaneLoop.MultiplyBySlope<Rectifier, T>(a, delta); break;
            default: throw Unknown(activation);
        }
    }

    internal static void CheckKnown(Activation activation)
    {
        if (!Enum.IsDefined(activation))
            throw Unknown(activation);
    }

    private static ArgumentOutOfRangeException Unknown(Activation activation) =>
        new(nameof(activation), activation, "This is not one of the activations Identity, Sigmoid, Tanh, Relu.");
}
