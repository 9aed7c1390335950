namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    private static readonly string[] _termColours = [Palette.Blue, Palette.Orange, Palette.Green, Palette.Pink];

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
                    + $"{MaxEquationSize} rows and columns.",
                    nameof(left));
        }
        if (left.Matrix.Columns > _termColours.Length)
            throw new ArgumentException(
                $"{left.Name} has {left.Matrix.Columns} columns: there are colours for "
                + $"{_termColours.Length} products.", nameof(left));
        Matrix<double> product = left.Matrix * right.Matrix;
        (int row, int column) = entry;
        if (row < 0 || row >= product.Rows || column < 0 || column >= product.Columns)
            throw new ArgumentException(
                Invariant($"Row {row}, column {column} is outside of {result}, which is {Shape.Of(product)}."),
                nameof(entry));

        EquationDrawing drawing =
            new([("", left.Name, left.Matrix), ("·", right.Name, right.Matrix), ("=", result, product)]);
        string svg = drawing.ToSvg(grids => Marks(grids, left.Matrix.Columns, entry));
        string sentence = string.Join(" + ", Enumerable.Range(0, left.Matrix.Columns).Select(k =>
            $"<b data-nn-part=\"product{k}\" style=\"color:{Palette.Drawn(_termColours[k])}\">"
            + $"{SvgText.Factor(left.Matrix[row, k])} · {SvgText.Factor(right.Matrix[k, column])}</b>"));
        string below = JoinLines($"""
            <p style="margin:0.4em 0;{PageControls.Font}">
            <span data-nn-part="where">Row {row + 1}, column {column + 1}: </span>
            {sentence} = <b data-nn-part="sum">{NumberText.Html(product[row, column])}</b></p>
            """);
        List<EquationDrawing.Grid> places = drawing.Grids;
        InteractiveFigure figure = new("product.js",
            new { left = Checked.Rows(left.Matrix, left.Name), right = Checked.Rows(right.Matrix, right.Name) }, [svg])
        {
            Start = new { row, column },
            Axes =
            [
                ("leftRow", places[0].Rows), ("leftColumn", places[0].Columns), ("rightRow", places[1].Rows),
                ("rightColumn", places[1].Columns), ("row", places[2].Rows), ("column", places[2].Columns),
            ],
            Inputs = [new FigureHandle("entry", $"entry of {result}", "column", "row") { FollowsPointer = true }],
            Below = below,
        };
        return Picture.Of(figure.ToHtml,
            $"The matrix product {left.Name} ({Shape.Of(left.Matrix)}) · {right.Name} ({Shape.Of(right.Matrix)}) = "
            + $"{result} ({Shape.Of(product)}). Row {row + 1} of the left factor, column {column + 1} of the right one "
            + "and the entry where they meet are outlined.")
            .WithCaption($"Point at an entry of {result}, tap it, or move with the arrow keys.");
    }

    private static string Marks(List<EquationDrawing.Grid> grids, int terms, (int Row, int Column) entry)
    {
        IEnumerable<string> marks = Enumerable.Range(0, terms).Select(k =>
            grids[0].Mark($"left{k}", entry.Row, k, _termColours[k])
            + grids[1].Mark($"right{k}", k, entry.Column, _termColours[k]));
        return string.Concat(marks) + grids[2].Field("entry")
            + grids[2].Mark("entry", entry.Row, entry.Column, "currentColor");
    }
}
