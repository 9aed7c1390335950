namespace NeuralNotebooks.Course;

/// <summary>
/// A batch and two layers, as the checks of notebook 03 compute it:
/// Z = W₁X + b₁u, A = σ(Z), ŷ = w₂A + b₂u, L = 1/m ‖ŷ − y‖², and back.
/// </summary>
internal sealed record TwoLayerBatch(
    Matrix<double> X, Matrix<double> Y, Matrix<double> W1, Matrix<double> B1, Matrix<double> W2, Matrix<double> B2)
{
    public int Examples => X.Columns;

    public Matrix<double> A => Sigmoid(W1 * X + B1);

    public Matrix<double> Prediction => W2 * A + B2;

    public double Loss => (Prediction - Y).AsSpan().ToArray().Sum(error => error * error) / Examples;

    /// <summary>∂L/∂ŷ = 2/m (ŷ − y), the shape of ŷ.</summary>
    public Matrix<double> Delta2 => 2.0 / Examples * (Prediction - Y);

    /// <summary>∂L/∂A = w₂ᵀδ₂, the shape of A.</summary>
    public Matrix<double> ActivationGradient => W2.Transpose() * Delta2;

    /// <summary>∂L/∂Z = w₂ᵀδ₂ ⊙ A ⊙ (1 − A), the shape of Z.</summary>
    public Matrix<double> Delta1 => ActivationGradient.Hadamard(A).Hadamard(1 - A);

    /// <summary>u: one row, a 1 for each example.</summary>
    public Matrix<double> U => Matrix.Ones<double>(1, Examples);

    /// <summary>The notebook's example, then a batch of other sizes in which no two are equal.</summary>
    public static IReadOnlyList<TwoLayerBatch> Cases() => [OfTheNotebook(), OfOtherSizes(features: 3, hidden: 4, outputs: 2, examples: 5)];

    /// <summary>What it means when code works for the notebook's batch and throws for the other.</summary>
    public const string FailsLater = "A size of this notebook's example is hard-coded. Take it from the matrices that the function is given, by `.Rows` and `.Columns`.";

    /// <summary>The case in a sentence.</summary>
    public static string Describe(TwoLayerBatch batch) => batch.Examples == 3
        ? "for this notebook's batch"
        : FormattableString.Invariant(
            $"for a batch of {batch.Examples} examples with {batch.X.Rows} features, {batch.A.Rows} hidden units and {batch.Y.Rows} outputs");

    /// <summary>The network of the notebook: weights in units of ln 3, so that σ is ¼, ½ or ¾.</summary>
    public static TwoLayerBatch OfTheNotebook()
    {
        double ln3 = Math.Log(3);
        return new(
            X: Matrix.Of(new double[,] { { 0, 1, 2 }, { 1, 0, 0 }, { 1, 0, 2 }, { 1, 0, 1 } }),
            Y: Matrix.Row(0.5, 5, -4),
            W1: ln3 * Matrix.Of(new double[,] { { -1, -2, -1, 1 }, { 1, -1, -1, 2 } }),
            B1: ln3 * Matrix.Column(2, -1),
            W2: Matrix.Row(4, -4),
            B2: Matrix.Column(1));
    }

    /// <summary>
    /// A network of other sizes with arbitrary numbers: what is right only for one shape, or by coincidence, fails here.
    /// </summary>
    private static TwoLayerBatch OfOtherSizes(int features, int hidden, int outputs, int examples) => new(
        X: RandomMatrix(features, examples, 1),
        Y: RandomMatrix(outputs, examples, 2),
        W1: RandomMatrix(hidden, features, 3),
        B1: RandomMatrix(hidden, 1, 4),
        W2: RandomMatrix(outputs, hidden, 5),
        B2: RandomMatrix(outputs, 1, 6));

    public static Matrix<double> Sigmoid(Matrix<double> z) => z.Map(value => 1 / (1 + Math.Exp(-value)));

    /// <summary>σ′(z) = σ(z)(1 − σ(z)).</summary>
    public static Matrix<double> SigmoidSlope(Matrix<double> z) => Sigmoid(z).Hadamard(1 - Sigmoid(z));

    /// <summary>I in "I − A": ones on the diagonal of A's shape, zeros elsewhere.</summary>
    public static Matrix<double> OnesOnTheDiagonal(Matrix<double> shape)
    {
        Matrix<double> diagonal = Matrix.Zeros<double>(shape.Rows, shape.Columns);
        for (int i = 0; i < Math.Min(shape.Rows, shape.Columns); i++)
        {
            diagonal[i, i] = 1;
        }

        return diagonal;
    }

    /// <summary>Numbers from −1 to 1 with two decimals: the same for the same key.</summary>
    public static Matrix<double> RandomMatrix(int rows, int columns, int key)
    {
        var random = new Random(key);
        return Matrix.Zeros<double>(rows, columns).Map(_ => Math.Round(2 * random.NextDouble() - 1, 2));
    }
}
