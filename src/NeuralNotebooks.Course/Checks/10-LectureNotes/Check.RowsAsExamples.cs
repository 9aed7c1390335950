namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<RowBatch> _rowsAsExamples = new()
    {
        Cases = () =>
            [RowBatch.Of(examples: 3, inputs: 3, units: 3, key: 41),
            RowBatch.Of(examples: 5, inputs: 4, units: 2, key: 51),
            RowBatch.Of(examples: 1, inputs: 3, units: 2, key: 61)],
        Describe = r =>
            $"for {Readable.Count(r.Examples, "example")}, {r.Input.Columns} inputs and {r.Rows.Columns} units",
        FailsLater = ("The shapes fit by luck where the numbers of examples, inputs and units are equal.",
            "Write the shape under every factor."),
        HasMean = true,
        Praise = "All three, for a square batch and for one in which no two sizes are equal. You can read code that "
            + "keeps its examples in rows now.",
        Parts = r => r.Parts,
    };

    /// <summary>
    /// Notebook 10: from the slides' rows as examples, summed, to this course's columns as examples, averaged.
    /// </summary>
    /// <param name="translate">
    /// From ∂L/∂oᵃ (examples × units, of the summed loss) and the layer's input (examples × inputs): δ, ∂L/∂W and
    /// ∂L/∂b.
    /// </param>
    public static Verdict RowsAsExamples(Func<M, M, (M delta, M dW, M db)> translate) =>
        _rowsAsExamples.Judge(r => translate(r.Rows, r.Input));

    /// <summary>A layer's error signal and input with examples in rows, of a loss that sums over them.</summary>
    private sealed record RowBatch(M Rows, M Input)
    {
        public int Examples => Rows.Rows;

        /// <summary>δ in this course's convention: units × examples, of the mean.</summary>
        public M Delta { get => field ?? Rows.T / Examples; init; }

        public static RowBatch Of(int examples, int inputs, int units, int key) =>
            new(Matrices.Random(examples, units, key),
                Matrices.Random(examples, inputs, key + 1));

        public Part<RowBatch>[] Parts =>
        [
            new("δ", r => r.Delta)
            {
                { ("The transpose is missing:", "here examples are still rows."), Delta.T },
                { ("The mean is missing:",
                    "the slides' rows belong to a sum over the examples. Divide by their number, `deltaRows.Rows`."),
                    Rows.T },
                { ("Nothing has been translated yet:", "transpose, and divide by the number of examples."),
                    Rows, NotYet },
                { ("You divided by the number of units.",
                    "The mean is over the examples, which are rows here: `deltaRows.Rows`."), Rows.T / Rows.Columns },
                { "You multiplied by m instead of dividing.", Examples * Rows.T },
                { ("The numbers were reshaped in storage order.",
                    "A transpose moves them: entry [i, j] becomes [j, i]."), Matrices.ByRows(Delta) },
            },
            new("∂L/∂W", r => r.Delta * r.Input)
            {
                { ("The mean is missing here:", "use δ, which has the 1/m, not the rows as they came."),
                    this with { Delta = Rows.T } },
                { ("1/m appears twice:", "δ already contains it."), Delta * Input / Examples },
                { ("This is the transpose.", "Ours is outputs × inputs, like W: δ times the input rows."),
                    (Delta * Input).T },
                { ("δ was multiplied by inputRowsᵀ.", "The slides' rows are Aᵀ already: δAᵀ is δ times `inputRows`."),
                    () => Delta * Input.T },
                { ("The rows were multiplied the wrong way round:",
                    "that pairs examples with examples. Sum over the examples, δ times `inputRows`."),
                    () => Delta.T * Input.T, NotYet },
            },
            new("∂L/∂b", r => r.Delta.RowSums())
            {
                { ("This is one slope for each example.",
                    "The bias is shared by all of them: sum over the examples, δuᵀ."), Delta },
                { ("The mean is missing here:", "use δ, which has the 1/m, not the rows as they came."),
                    this with { Delta = Rows.T } },
                { ("1/m appears twice:", "δ already contains it. Sum over the examples, do not average."),
                    Delta.RowMeans() },
                { ("This is a row, as in the slides.", "Our biases are a column."), Delta.RowSums().T },
                { ("This is the sum over the wrong axis:",
                    "it adds the units of each example. Add the examples of each unit."), Delta.ColumnSums() },
                { ("This is the sum over the wrong axis:",
                    "it adds the units of each example. Add the examples of each unit."), Delta.ColumnSums().T },
            },
        ];
    }
}
