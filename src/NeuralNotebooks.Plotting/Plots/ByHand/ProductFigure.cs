namespace NeuralNotebooks.Plotting;

/// <summary>A matrix product, in which a reader points at an entry of the result; the factors of its products are
/// outlined, each product in another colour.</summary>
internal static class ProductFigure
{
    private static readonly string[] _termColours = [Palette.Blue, Palette.Orange, Palette.Green, Palette.Pink];

    /// <summary>The largest number of products of which an entry is the sum.</summary>
    public static int MaxTerms => _termColours.Length;

    /// <param name="left">Name and matrix of the left factor.</param>
    /// <param name="right">The same of the right factor.</param>
    /// <param name="result">The same of the product.</param>
    /// <param name="entry">Row and column of the entry that is selected at the start.</param>
    public static Picture Of(
        (string Name, Matrix<double> Matrix) left, (string Name, Matrix<double> Matrix) right,
        (string Name, Matrix<double> Matrix) result, (int Row, int Column) entry)
    {
        Matrix<double> product = result.Matrix;
        (int row, int column) = entry;
        EquationDrawing drawing =
            new([("", left.Name, left.Matrix), ("·", right.Name, right.Matrix), ("=", result.Name, product)]);
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
        InteractiveFigure figure = new("product",
            new { left = Checked.Rows(left.Matrix, left.Name), right = Checked.Rows(right.Matrix, right.Name) }, [svg])
        {
            Start = new { row, column },
            Axes =
            [
                ("leftRow", places[0].Rows), ("leftColumn", places[0].Columns), ("rightRow", places[1].Rows),
                ("rightColumn", places[1].Columns), ("row", places[2].Rows), ("column", places[2].Columns),
            ],
            Inputs = [new FigureHandle("entry", $"entry of {result.Name}", "column", "row") { FollowsPointer = true }],
            Below = below,
        };
        return Picture.Of(figure.ToHtml,
            $"The matrix product {left.Name} ({Shape.Of(left.Matrix)}) · {right.Name} ({Shape.Of(right.Matrix)}) = "
            + $"{result.Name} ({Shape.Of(product)}). Row {row + 1} of the left factor, column {column + 1} of the "
            + "right one and the entry where they meet are outlined.")
            .WithCaption($"Point at an entry of {result.Name}, tap it, or move with the arrow keys.");
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
