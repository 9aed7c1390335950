namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<ScoreBatch> _softmaxDelta = new()
    {
        Cases = () =>
        [
            ScoreBatch.Of(new double[,] { { 2.1, -1.5, -2.7, -2 }, { 0, 0.3, 0, 0 }, { -5.5, -0.7, 1.6, 0.1 } },
                0, 1, 2, 2),
            ScoreBatch.Of(new double[,] { { 0 }, { 1 }, { 2 }, { -1 } }, 3),
            new(3 * Matrix.Normal<double>(10, 5, seed: 1), LabelledScores.EverySecondClass(10, 5)),
            // From here on scores that are too large or too small to raise e to, also beside others.
            ScoreBatch.Of(new double[,] { { 1000, 0.5, -1000 }, { 1001, 2, -1001 }, { 1002, 1, -1003 } }, 2, 0, 1),
            ScoreBatch.Of(new double[,] { { -2000, 2000 }, { 0, -1500 }, { 1000, 1990 } }, 1, 0),
            ScoreBatch.Of(new double[,] { { 1000, 0, 0 }, { 0, 1000, 0 }, { 0, 0, 1000 } }, 0, 1, 2),
        ],
        Describe = o => $"for {TextOf.Count(o.Examples, "example")} of {o.S.Rows} classes, with scores from "
            + $"{o.S.Min()} to {o.S.Max()}",
        HasMean = true,
        Praise = "These are probabilities, for scores of any size, and δ is probability minus truth. It is where the "
            + "backward pass begins.",
        Parts = o => o.Parts,
    };

    /// <summary>Notebook 05: softmax of each column, for scores of any size, and δ = (P − Y)/m.</summary>
    /// <param name="softmaxDelta">From the scores S and the truth Y (one-hot), an example in each column, to P and
    /// δ.</param>
    public static Verdict SoftmaxDelta(Func<M, M, (M P, M δ)> softmaxDelta) =>
        Pieces.Judge(nameof(SoftmaxDelta), () => _softmaxDelta.Judge(o => softmaxDelta(o.S, o.Y)));

    /// <summary>Scores, an example in each column, and their powers of e, shifted by the largest of the
    /// column.</summary>
    private sealed record ScoreBatch(M S, int[] Labels)
    {
        public int Examples => S.Columns;

        public M Y { get; } = OneHot.Encode<double>(Labels, S.Rows);

        /// <summary>What is subtracted from each column: 1 × m.</summary>
        public M Shift { get => field ?? OfColumns(column => column.Max()); init; }

        public M Powers => (S - Down(Shift)).Map(Exp);

        public M P { get => field ?? Over(Powers, Down(Powers.ColumnSums())); init; }

        public M Delta { get => field ?? (P - Y) / Examples; init; }

        public ScoreBatch Unshifted => this with { Shift = Matrix.Zeros<double>(1, Examples) };

        public static ScoreBatch Of(double[,] rows, params int[] labels) => new(Matrix.Of(rows), labels);

        public Part<ScoreBatch>[] Parts => [new("P", o => o.P) { WrongP }, new("δ", o => o.Delta) { WrongDelta }];

        private Changes<ScoreBatch> WrongP => new()
        {
            { ("`Math.Exp(1000)` is more than a `double` can hold, and ∞/∞ is not a number.",
                "Subtract the largest score of the column first: that changes no probability."), Unshifted },
            { ("You subtract the largest score of the whole batch; another column can lie so far below it that all its "
                + "powers are 0.", "Each column has a largest score of its own."),
                this with { Shift = OfColumns(_ => S.Max()) } },
            { ("You divide by the sum over the whole batch.", "Each column is a set of probabilities of its own."),
                this with { P = Powers / Powers.Sum() } },
            { ("You divide by the sums over the examples.", "The sum runs down the column, over the classes."),
                this with { P = Over(Powers, Powers.RowSums() * Matrix.Ones<double>(1, Examples)) } },
            { ("The sum leaves out the last class:", "the loop ends one too early. It runs while `i < S.Rows`."),
                this with { P = Over(Powers, Down(Powers.ColumnSums() - Powers.Rows(S.Rows - 1, 1))) } },
            { ("The largest entry of a column is 1, and they do not sum to 1:",
                "divide by the sum of the powers, not by the largest of them."), this with { P = Powers } },
            { ("These are the powers of e.", "They do not sum to 1 yet: divide each by the sum of its column."),
                this with { P = Unshifted.Powers } },
            { ("You divide the scores by their sum.",
                "Raise e to them first: scores can be negative, probabilities cannot."),
                this with { P = Over(S, Down(S.ColumnSums())) }, NotYet },
            { ("This is σ of each score by itself.", "The probabilities of several classes share one sum."),
                this with { P = Matrix.Sigmoid(S) }, NotYet },
            { ("The smallest score got the largest probability:", "the sign in the exponent is wrong."),
                this with { P = (this with { S = -S, Shift = null! }).P } },
        };

        private Changes<ScoreBatch> WrongDelta => new()
        {
            { ("You forgot to divide by m, the number of examples:", "the loss is a mean."), Times(Examples) },
            { ("The sign is wrong:", "it is P − Y, probability minus truth."), Times(-1) },
            { "Two things: the sign is wrong (it is P − Y), and you forgot to divide by m.", Times(-Examples) },
            { ("You divided by the number of classes.", "The mean is over the examples, the columns: `S.Columns`."),
                Times((double)Examples / S.Rows) },
            { ("A factor 2 is too many:", "the slope of −ln p is P − Y."), Times(2) },
            { ("Brackets are missing:", "only Y is divided by m, not the whole difference P − Y."),
                this with { Delta = P - Y / Examples } },
            { ("The slope of softmax was multiplied in once more.",
                "P − Y is ∂L/∂S already: softmax and the logarithm together."),
                this with { Delta = Delta.Hadamard(P).Hadamard(1 - P) } },
            { ("These are scores minus truth.", "It is the *probability* minus the truth, P − Y."),
                this with { Delta = (S - Y) / Examples } },
            { ("Y was not used:", "it is P − Y."), this with { Delta = P / Examples }, NotYet },
        };

        private ScoreBatch Times(double factor) => this with { Delta = factor * Delta };

        private M OfColumns(Func<double[], double> f) =>
            Matrix.Row([.. Enumerable.Range(0, Examples).Select(j => f(Matrices.Entries(S.Column(j))))]);

        /// <summary>A row, once for each class.</summary>
        private M Down(M row) => Matrix.Ones<double>(S.Rows, 1) * row;

        private static M Over(M above, M below) => Matrices.Of(
            above.Rows, above.Columns, (i, j) => above[i, j] / below[i, j]);
    }
}
