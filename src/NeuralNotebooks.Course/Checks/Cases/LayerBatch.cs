namespace NeuralNotebooks.Course;

/// <summary>A layer l in the middle of a network, one example, and the gradient that arrives from layer l + 1: a
/// case for the checks of appendix A.</summary>
internal sealed record LayerBatch(Activation Activation, M Z, M NextWeights, M NextDelta)
{
    /// <summary>A = g(Z).</summary>
    public M A => Output(Activation, Z);

    public M Slope { get => field ?? SlopeAt(Z); init; }

    /// <summary>∂L/∂A = (W[l+1])ᵀδ[l+1].</summary>
    public M ActivationGradient => NextWeights.T * NextDelta;

    /// <summary>δ[l] = (W[l+1])ᵀδ[l+1] ⊙ g′(Z[l]).</summary>
    public M Delta => ActivationGradient.Hadamard(Slope);

    public static Sentence Describe(LayerBatch layer) =>
        $"for {layer.Z.Rows} {layer.Activation.ToString().ToLowerInvariant()} units "
        + $"before {layer.NextDelta.Rows} units";

    public static M Output(Activation activation, M Z)
    {
        M A = Matrix.Zeros<double>(Z.Rows, Z.Columns);
        activation.Apply(Z.AsSpan(), A.AsSpan());
        return A;
    }

    /// <summary>g′ of this layer, entry by entry.</summary>
    public M SlopeAt(M Z) => SlopeAt(Activation, Z);

    /// <summary>g′, entry by entry.</summary>
    public static M SlopeAt(Activation activation, M Z)
    {
        M slope = Matrix.Ones<double>(Z.Rows, Z.Columns);
        activation.MultiplyByDerivative(Output(activation, Z).AsSpan(), slope.AsSpan());
        return slope;
    }

    /// <summary>A square layer first: there a missing transpose or a wrong layer index gives numbers instead of an
    /// error, and can be named.</summary>
    public static LayerBatch[] Cases() =>
    [
        Of(Activation.Tanh, units: 3, next: 3, key: 71),
        Of(Activation.Sigmoid, units: 4, next: 2, key: 21),
        Of(Activation.Relu, units: 2, next: 3, key: 31),
    ];

    private static LayerBatch Of(Activation activation, int units, int next, int key) => new(
        activation,
        Z: 2 * Matrices.Random(units, 1, key),
        NextWeights: Matrices.Random(next, units, key + 1),
        NextDelta: Matrices.Random(next, 1, key + 2));

    public Part<LayerBatch>[] SheetStep =>
    [
        new("δ⁽ʲ⁻¹⁾", l => l.Delta)
        {
            { ("σ′ is missing:", "this is Wδ. Multiply it entry by entry with `slope(z)`."), ActivationGradient },
            { ("W was transposed.", "The sheet's W is inputs × outputs: Wδ goes back without a transpose."),
                () => (NextWeights * NextDelta).Hadamard(Slope) },
            { ("You multiplied by a = σ(z).", "It must be the derivative: `slope(z)`."), this with { Slope = A } },
            { ("σ′ was taken at a, the activation.", "It belongs to z: `slope(z)`."),
                this with { Slope = SlopeAt(A) } },
            { ("You multiplied by z itself.", "It must be the slope there: `slope(z)`."), this with { Slope = Z } },
            { ("The factors are in the wrong order:", "δᵀWᵀ is a row. The sheet's δ is a column."), Delta.T },
        },
        new("∇", l => l.A * l.NextDelta.T)
        {
            { ("This is δaᵀ, outputs × inputs:",
                "on the sheet it is the transpose of ∇. ∇ has the shape of the sheet's W."), NextDelta * A.T },
            { ("This uses the δ of the layer before.", "The weights behind δ⁽ʲ⁾ are W⁽ʲ⁾: a⁽ʲ⁻¹⁾ with δ⁽ʲ⁾."),
                this with { NextDelta = Delta } },
            { ("z stands where a belongs:", "what goes into a weight is the activation."), Z * NextDelta.T },
            { ("δ appears twice:", "the δ_k at the end of the sheet's first line is a label, not a factor."),
                this with { NextDelta = NextDelta.Hadamard(NextDelta) } },
        },
    ];
}
