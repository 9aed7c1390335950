namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>An interactive figure of a matrix product: the reader points at an entry of the result, and the factors
    /// of its products are outlined, each product in another colour.</summary>
    /// <param name="left">Name and matrix of the left factor.</param>
    /// <param name="right">Name and matrix of the right factor.</param>
    /// <param name="result">The name of the product.</param>
    /// <param name="entry">Row and column, from 0, of the entry that is selected at the start.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, a matrix has fewer than two or more than 12 rows or
    /// columns, an entry is the sum of more than four products, or the first entry is outside.</exception>
    public static Picture ProductByHand(
        (string Name, Matrix<double> Matrix) left, (string Name, Matrix<double> Matrix) right, string result,
        (int Row, int Column) entry = default)
    {
        foreach ((string name, Matrix<double> matrix) in new[] { left, right })
        {
            Checked.Rows(matrix, name);
            if (Math.Min(matrix.Rows, matrix.Columns) < 2 || Math.Max(matrix.Rows, matrix.Columns) > MaxEquationSize)
                throw new ArgumentException(
                    $"{name} is {Shape.Of(matrix)}: a factor in this figure has from 2 to "
                    + $"{MaxEquationSize} rows and columns.");
        }
        if (left.Matrix.Columns > InteractiveFigure.ColourCount)
            throw new ArgumentException(
                $"{left.Name} has {left.Matrix.Columns} columns: there are colours for "
                + $"{InteractiveFigure.ColourCount} products.", nameof(left));
        Matrix<double> product = left.Matrix * right.Matrix;
        (int row, int column) = entry;
        if (row < 0 || row >= product.Rows || column < 0 || column >= product.Columns)
            throw new ArgumentException(
                Invariant($"Row {row}, column {column} is outside of {result}, which is {Shape.Of(product)}."),
                nameof(entry));
        EquationDrawing drawing = new(
            [("", left.Name, left.Matrix), ("·", right.Name, right.Matrix), ("=", result, product)], resultBelow: true);
        (string attributes, string inside, List<object> grids) = drawing.Draw();
        return InteractiveFigure.Of("product", new
        {
            left = Texts(left.Matrix, SvgText.Factor),
            right = Texts(right.Matrix, SvgText.Factor),
            product = Texts(product, NumberText.Html),
            result,
            attributes,
            inside,
            grids,
            start = new { row, column },
        }, $"The matrix product {left.Name} ({Shape.Of(left.Matrix)}) · {right.Name} ({Shape.Of(right.Matrix)}) = "
            + $"{result} ({Shape.Of(product)}). The reader points at an entry; the row of the left factor and the "
            + "column of the right one that meet there are outlined.")
            .WithCaption($"Point at an entry of {result}, tap it, or move with the arrow keys.");

        static IEnumerable<IEnumerable<string>> Texts(Matrix<double> matrix, Func<double, string> text) =>
            Checked.Rows(matrix, "A matrix").Select(row => row.Select(text));
    }
}
