namespace NeuralNotebooks.Course;

/// <summary>
/// A layer l in the middle of a network, and what arrives from layer l + 1: a case for the checks of notebooks 04 and
/// 10.
/// </summary>
internal sealed partial record LayerBatch(Activation Activation, M Z, M NextWeights, M NextDelta)
{
    /// <summary>A = g(Z).</summary>
    public M A => Output(Activation, Z);

    /// <summary>g′(Z).</summary>
    public M Slope { get => field ?? SlopeAt(Z); init; }

    /// <summary>∂L/∂A = (W[l+1])ᵀδ[l+1].</summary>
    public M ActivationGradient => NextWeights.T * NextDelta;

    /// <summary>δ[l] = (W[l+1])ᵀδ[l+1] ⊙ g′(Z[l]).</summary>
    public M Delta => ActivationGradient.Hadamard(Slope);

    /// <summary>The same with only some of the paths from unit u to unit k of the next layer.</summary>
    public LayerBatch OnlyPaths(Func<int, int, bool> isThere) => this with
    {
        NextWeights = Matrices.Of(
            NextWeights.Rows, NextWeights.Columns, (k, u) => isThere(u, k) ? NextWeights[k, u] : 0),
    };

    /// <summary>
    /// A square layer first: there a missing transpose or a wrong layer index gives numbers instead of an error, and
    /// can be named.
    /// </summary>
    public static IReadOnlyList<LayerBatch> Cases() => Cases(examples: 4);

    /// <summary>The same layers with a batch of one, for formulas of single units.</summary>
    public static IReadOnlyList<LayerBatch> SingleExamples() => Cases(examples: 1);

    /// <summary>The case in a sentence.</summary>
    public static Sentence Describe(LayerBatch layer) =>
        $"for {layer.Z.Rows} {layer.Activation.ToString().ToLowerInvariant()} units "
        + $"before {layer.NextDelta.Rows} units{(layer.Z.Columns == 1 ? "" : " and " + layer.Z.Columns + " examples")}";

    /// <summary>g, entry by entry.</summary>
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

    private static LayerBatch[] Cases(int examples) =>
    [
        Of(Activation.Tanh, units: 3, next: 3, examples, key: 11),
        Of(Activation.Sigmoid, units: 4, next: 2, examples + (examples / 2), key: 21),
        Of(Activation.Relu, units: 2, next: 3, examples, key: 31),
    ];

    private static LayerBatch Of(Activation activation, int units, int next, int examples, int key) => new(
        activation,
        Z: 2 * TwoLayerBatch.RandomMatrix(units, examples, key),
        NextWeights: TwoLayerBatch.RandomMatrix(next, units, key + 1),
        NextDelta: TwoLayerBatch.RandomMatrix(next, examples, key + 2));
}
