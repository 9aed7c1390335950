namespace NeuralNotebooks.Course;

/// <summary>A batch and two layers, as the checks of notebook 03 compute it: Z = W₁X + b₁u, A = σ(Z), ŷ = w₂A + b₂u, L
/// = 1/m Σ ½‖ŷ − y‖², and back.</summary>
internal sealed record TwoLayerBatch(M X, M Y, M W1, M B1, M W2, M B2)
{
    public int Examples => X.Columns;

    public M A => Matrix.Sigmoid(W1 * X + B1);

    public LinearLayer Output => new(W2, B2, A, Y);

    public double Loss => new HalfSquaredError<double>().Value(Output.Prediction, Y);

    /// <summary>∂L/∂ŷ, the shape of ŷ.</summary>
    public M Delta2 { get => field ?? Output.Delta; init; }

    /// <summary>∂L/∂Z = w₂ᵀδ₂ ⊙ σ′(Z) with σ′(Z) = A ⊙ (1 − A), the shape of Z.</summary>
    public M Delta1 => (W2.T * Delta2).Hadamard(A).Hadamard(1 - A);

    /// <summary>θ ← θ − α ∂L/∂θ for all four parameters, all gradients at the same point.</summary>
    public TwoLayerBatch Moved(double α) => this with
    {
        W1 = W1 - α * Delta1 * X.T,
        B1 = B1 - α * Delta1.RowSums(),
        W2 = W2 - α * Output.DW,
        B2 = B2 - α * Output.DB,
    };

    /// <summary>The network of the notebook: weights in units of ln 3, so that σ is ¼, ½ or ¾.</summary>
    public static TwoLayerBatch OfTheNotebook()
    {
        double ln3 = Log(3);
        return new(
            X: Matrix.Of(new double[,] { { 0, 1, 2 }, { 1, 0, 0 }, { 1, 0, 2 }, { 1, 0, 1 } }),
            Y: Matrix.Row(0.5, 5, -4),
            W1: ln3 * Matrix.Of(new double[,] { { -1, -2, -1, 1 }, { 1, -1, -1, 2 } }),
            B1: ln3 * Matrix.Column(2, -1),
            W2: Matrix.Row(4, -4),
            B2: Matrix.Column(1));
    }

    /// <summary>A network of other sizes with arbitrary numbers, for which a formula that is right only for one shape,
    /// or by coincidence, fails.</summary>
    public static TwoLayerBatch OfSizes(int features, int hidden, int outputs, int examples) => new(
        X: Matrices.Random(features, examples, 1),
        Y: Matrices.Random(outputs, examples, 2),
        W1: Matrices.Random(hidden, features, 3),
        B1: Matrices.Random(hidden, 1, 4),
        W2: Matrices.Random(outputs, hidden, 5),
        B2: Matrices.Random(outputs, 1, 6));
}
