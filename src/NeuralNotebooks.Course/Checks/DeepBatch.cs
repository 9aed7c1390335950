namespace NeuralNotebooks.Course;

/// <summary>
/// A batch and N layers, numbered as in notebook 04: W[l], b[l], A[l] and G[l] = g′(Z[l]) for l = 1 … N, and A[0] = X.
/// The loss is 1/m Σ ½‖A[N] − y‖². W[0], b[0] and G[0] are empty matrices.
/// </summary>
internal sealed record DeepBatch(Matrix<double>[] W, Matrix<double>[] B, Matrix<double>[] A, Matrix<double>[] G, Matrix<double> Y, double Alpha)
{
    /// <summary>N.</summary>
    public int Layers => W.Length - 1;

    /// <summary>m.</summary>
    public int Examples => Y.Columns;

    /// <summary>δ[N] = (A[N] − y)/m ⊙ g′(Z[N]).</summary>
    public Matrix<double> OutputDelta => ((A[Layers] - Y) / Examples).Hadamard(G[Layers]);

    /// <summary>All layers have the same size, so that a wrong index or transpose still fits.</summary>
    public bool IsSquare => A.All(a => a.Rows == A[0].Rows);

    /// <summary>The right gradients.</summary>
    public Gradients Right() => Backward(OutputDelta);

    /// <summary>The apparent gradients, (W − new W)/α, if a multiple of the gradients is returned in place of the new weights.</summary>
    public Gradients FromReturnedGradients(double factor)
    {
        Gradients right = Right();
        Matrix<double>[] Read(Matrix<double>[] old, Matrix<double>[] gradients) =>
            [Matrix.Zeros<double>(0, 0), .. Enumerable.Range(1, Layers).Select(l => (old[l] - (factor * gradients[l])) / Alpha)];
        return new(right.Delta, Read(W, right.W), Read(B, right.B));
    }

    /// <summary>The recursion, in which every part can be replaced by a wrong one.</summary>
    /// <param name="outputDelta">δ[N].</param>
    /// <param name="activationGradient">From l and δ[l+1]: ∂L/∂A[l], which is (W[l+1])ᵀδ[l+1].</param>
    /// <param name="slope">From l: g′(Z[l]).</param>
    /// <param name="input">From l: the input of layer l, A[l−1].</param>
    public Gradients Backward(
        Matrix<double> outputDelta, Func<int, Gradients, Matrix<double>>? activationGradient = null, Func<int, Matrix<double>>? slope = null, Func<int, Matrix<double>>? input = null)
    {
        Gradients gradients = new(new Matrix<double>[Layers + 1], new Matrix<double>[Layers + 1], new Matrix<double>[Layers + 1]);
        for (int l = Layers; l >= 1; l--)
        {
            Matrix<double> delta = l == Layers
                ? outputDelta
                : (activationGradient?.Invoke(l, gradients) ?? (W[l + 1].Transpose() * gradients.Delta[l + 1])).Hadamard(slope?.Invoke(l) ?? G[l]);
            gradients.Delta[l] = delta;
            gradients.W[l] = delta * (input?.Invoke(l) ?? A[l - 1]).Transpose();
            gradients.B[l] = delta.RowSums();
        }

        return gradients;
    }

    /// <summary>A network whose layers all have 3 units; then the sizes of the notebook; then two layers only.</summary>
    public static IReadOnlyList<DeepBatch> Cases() =>
    [
        Of([3, 3, 3, 3], [Activation.Tanh, Activation.Sigmoid, Activation.Tanh], examples: 4, alpha: 0.1, key: 61),
        Of([3, 5, 4, 2], [Activation.Tanh, Activation.Sigmoid, Activation.Identity], examples: 6, alpha: 0.5, key: 81),
        Of([4, 2, 1], [Activation.Relu, Activation.Sigmoid], examples: 3, alpha: 0.25, key: 101),
    ];

    /// <summary>The case in a sentence.</summary>
    public static string Describe(DeepBatch batch) => FormattableString.Invariant(
        $"for {batch.Layers} layers, {string.Join(" → ", batch.A.Select(a => a.Rows))} units, and {batch.Examples} examples");

    private static DeepBatch Of(int[] units, Activation[] activations, int examples, double alpha, int key)
    {
        Matrix<double> none = Matrix.Zeros<double>(0, 0);
        List<Matrix<double>> W = [none], b = [none], G = [none], A = [TwoLayerBatch.RandomMatrix(units[0], examples, key)];
        for (int l = 1; l < units.Length; l++)
        {
            W.Add(TwoLayerBatch.RandomMatrix(units[l], units[l - 1], key + (3 * l)));
            b.Add(TwoLayerBatch.RandomMatrix(units[l], 1, key + (3 * l) + 1));
            Matrix<double> Z = (W[l] * A[l - 1]) + b[l];
            A.Add(LayerBatch.Output(activations[l - 1], Z));
            G.Add(LayerBatch.SlopeAt(activations[l - 1], Z));
        }

        return new([.. W], [.. b], [.. A], [.. G], TwoLayerBatch.RandomMatrix(units[^1], examples, key + 1), alpha);
    }

    /// <summary>δ, ∂L/∂W and ∂L/∂b of all layers, at the indices 1 … N.</summary>
    internal sealed record Gradients(Matrix<double>[] Delta, Matrix<double>[] W, Matrix<double>[] B)
    {
        public Gradients Times(double factor) => new(Delta, [.. W.Select(w => Scaled(w, factor))], [.. B.Select(b => Scaled(b, factor))]);

        // Index 0 is unused.
        private static Matrix<double> Scaled(Matrix<double>? matrix, double factor) => matrix is null ? Matrix.Zeros<double>(0, 0) : factor * matrix;
    }
}
