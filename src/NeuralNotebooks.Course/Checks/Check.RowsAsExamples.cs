using Translation = System.Func<
    NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>,
    (NeuralNotebooks.Matrix<double> delta, NeuralNotebooks.Matrix<double> dW, NeuralNotebooks.Matrix<double> db)>;

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string RowsSignature = "(Matrix<double> delta, Matrix<double> dW, Matrix<double> db) Translate(Matrix<double> deltaRows, Matrix<double> inputRows)";

    private const string ColumnDelta = "δ", ColumnWeights = "∂L/∂W", ColumnBias = "∂L/∂b";

    private static readonly Exercise<RowBatch> _rowsExercise = new()
    {
        Cases = () => [RowBatch.Of(examples: 3, inputs: 3, units: 3, key: 41), RowBatch.Of(examples: 5, inputs: 4, units: 2, key: 51)],
        Describe = rows => FormattableString.Invariant($"for {rows.Input.Rows} examples, {rows.Input.Columns} inputs and {rows.Delta.Columns} units"),
        FailsLater = "The shapes fit by luck where the numbers of examples, inputs and units are equal. Write the shape under every factor.",
        Reference = rows => [new(ColumnDelta, rows.Right), new(ColumnWeights, rows.Right * rows.Input), new(ColumnBias, rows.Right.RowSums())],
        Mistakes =
        [
            new(ColumnDelta, "The transpose is missing: here examples are still rows.", r => r.Delta / r.Examples),
            new(ColumnDelta, "The mean is missing: the slides' rows belong to a sum over the examples. Divide by their number, `deltaRows.Rows`.", r => r.Delta.Transpose()),
            new(ColumnDelta, "Nothing has been translated yet: transpose, and divide by the number of examples.", r => r.Delta, IsNear: false),
            new(ColumnDelta, "You divided by the number of units. The mean is over the examples, which are rows here: `deltaRows.Rows`.", r => r.Delta.Transpose() / r.Delta.Columns),
            new(ColumnDelta, "You multiplied by m instead of dividing.", r => r.Examples * r.Delta.Transpose()),
            new(ColumnDelta, "The numbers were reshaped in storage order. A transpose moves them: entry [i, j] becomes [j, i].", r => r.Reshaped),
            new(ColumnWeights, "The mean is missing here: use δ, which has the 1/m, not the rows as they came.", r => r.Delta.Transpose() * r.Input),
            new(ColumnWeights, "1/m appears twice: δ already contains it.", r => r.Right * r.Input / r.Examples),
            new(ColumnWeights, "This is the transpose. Ours is outputs × inputs, like W: δ times the input rows.", r => (r.Right * r.Input).Transpose()),
            new(ColumnWeights, "δ was multiplied by inputRowsᵀ. The slides' rows are Aᵀ already: δAᵀ is δ times `inputRows`.", r => RowBatch.IfFits(r.Right, r.Input.Transpose())),
            new(ColumnWeights, "The rows were multiplied the wrong way round: that pairs examples with examples. Sum over the examples, δ times `inputRows`.",
                r => r.Delta * r.Input.Transpose() / r.Examples, IsNear: false),
            new(ColumnBias, "This is one slope for each example. The bias is shared by all of them: sum over the examples, δuᵀ.", r => r.Right),
            new(ColumnBias, "The mean is missing here: use δ, which has the 1/m, not the rows as they came.", r => r.Delta.ColumnSums().Transpose()),
            new(ColumnBias, "1/m appears twice: δ already contains it. Sum over the examples, do not average.", r => r.Right.RowMeans()),
            new(ColumnBias, "This is a row, as in the slides. Our biases are a column.", r => r.Right.RowSums().Transpose()),
            new(ColumnBias, "This is the sum over the wrong axis: it adds the units of each example. Add the examples of each unit.", r => r.Right.ColumnSums()),
            new(ColumnBias, "This is the sum over the wrong axis: it adds the units of each example. Add the examples of each unit.", r => r.Right.ColumnSums().Transpose()),
        ],
        HasMean = true,
        Praise = "All three, for a square batch and for one in which no two sizes are equal. You can read code that keeps its examples in rows now.",
    };

    /// <summary>Notebook 10: from the slides' rows as examples, summed, to this course's columns as examples, averaged.</summary>
    /// <param name="translate">From ∂L/∂oᵃ (examples × units, of the summed loss) and the layer's input (examples × inputs): δ, ∂L/∂W and ∂L/∂b.</param>
    public static Verdict RowsAsExamples(Translation? translate) =>
        translate is null ? Signature.Differs(null, RowsSignature) : _rowsExercise.Judge(rows =>
        {
            (Matrix<double> delta, Matrix<double> dW, Matrix<double> db) = translate(rows.Delta, rows.Input);
            return [new(ColumnDelta, delta), new(ColumnWeights, dW), new(ColumnBias, db)];
        });

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict RowsAsExamples(Delegate? translate) => Signature.Differs(translate, RowsSignature);

    /// <summary>A layer's error signal and input with examples in rows, of a loss that sums over them.</summary>
    private sealed record RowBatch(Matrix<double> Delta, Matrix<double> Input)
    {
        public int Examples => Delta.Rows;

        /// <summary>δ in this course's convention: units × examples, of the mean.</summary>
        public Matrix<double> Right => Delta.Transpose() / Examples;

        /// <summary>The same storage, reinterpreted in the shape of the transpose.</summary>
        public Matrix<double> Reshaped => Matrix.Over(Delta.AsSpan().ToArray(), 0, Delta.Columns, Delta.Rows) / Examples;

        /// <summary>The product where the shapes fit; otherwise an empty matrix.</summary>
        public static Matrix<double> IfFits(Matrix<double> left, Matrix<double> right) => left.Columns == right.Rows ? left * right : Matrix.Zeros<double>(0, 0);

        public static RowBatch Of(int examples, int inputs, int units, int key) =>
            new(TwoLayerBatch.RandomMatrix(examples, units, key), TwoLayerBatch.RandomMatrix(examples, inputs, key + 1));
    }
}
