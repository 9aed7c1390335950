namespace NeuralNotebooks.Course;

/// <summary>
/// A batch and one unit without activation, as the checks of notebook 02 compute it:
/// s = wX + bu, L = 1/m Σ ½(y − s)², and back.
/// </summary>
internal sealed record UnitBatch(M W, M B, M X, M Y)
{
    public int Examples => X.Columns;

    /// <summary>s = wX + bu: 1 × m.</summary>
    public M S => W * X + B;

    /// <summary>∂L/∂s = (s − y)/m = −e/m: 1 × m.</summary>
    public M Delta { get => field ?? (S - Y) / Examples; init; }

    public M DW => Delta * X.T;

    public M DB => Delta.RowSums();

    /// <summary>With another factor in ∂L/∂s.</summary>
    public UnitBatch Times(double factor) => this with { Delta = factor * Delta };

    /// <summary>The same, where only one example counts.</summary>
    public UnitBatch Only(int example) => this with { X = X.Column(example), Delta = Delta.Column(example) };

    /// <summary>Petal length and width of four flowers, and a first guess of the line.</summary>
    public static UnitBatch OfTheNotebook() => new(
        W: Matrix.Row(0.5), B: Matrix.Column(-1.0), X: Matrix.Row(1.4, 4.7, 6.0, 5.1),
            Y: Matrix.Row(0.2, 1.4, 2.5, 1.9));

    /// <summary>Arbitrary numbers: what is right only by coincidence fails here.</summary>
    public static UnitBatch OfOtherSizes(int features, int examples) => new(
        W: Matrix.Uniform<double>(1, features, seed: 1, low: -2, high: 2),
        B: Matrix.Uniform<double>(1, 1, seed: 2, low: 1, high: 3),
        X: Matrix.Uniform<double>(features, examples, seed: 3, low: -3, high: 3),
        Y: Matrix.Uniform<double>(1, examples, seed: 4, low: -2, high: 2));
}
