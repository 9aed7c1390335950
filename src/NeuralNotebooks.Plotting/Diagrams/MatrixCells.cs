namespace NeuralNotebooks.Plotting;

/// <summary>The entries of a matrix as coloured cells that contain their numbers.</summary>
internal static class MatrixCells
{
    /// <summary>The gap between two cells, in pixels.</summary>
    public const double Gap = 2;

    /// <summary>The cells as SVG.</summary>
    /// <param name="rows">Rows of texts, each with the strength of its colour: blue below zero, orange above, full at
    /// −1 and 1.</param>
    /// <param name="corner">The upper left corner of the first cell.</param>
    /// <param name="cell">The size of a cell.</param>
    /// <param name="fontSize">The size of the texts.</param>
    public static string ToSvg(
        IEnumerable<IEnumerable<(string Text, double Strength)>> rows, Point corner,
        (double Width, double Height) cell, double fontSize) =>
        string.Concat(rows.SelectMany((row, i) => row.Select((entry, j) =>
        {
            (double x, double y) = (corner.X + j * (cell.Width + Gap), corner.Y + i * (cell.Height + Gap));
            return JoinLines($"""
                <rect x="{x:0.#}" y="{y:0.#}" width="{cell.Width:0.#}" height="{cell.Height:0.#}"
                 fill="{(entry.Strength < 0 ? Palette.Blue : Palette.Orange)}"
                 fill-opacity="{Math.Abs(entry.Strength):0.##}"/>
                {SvgText.At(x + cell.Width / 2, y + cell.Height / 2 + 4.5, entry.Text, fontSize)}
                """);
        })));
}
