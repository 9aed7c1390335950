using System.Text;

namespace NeuralNotebooks.Plotting;

/// <summary>Matrices on one line, with operators between them, names above and shapes below.</summary>
internal sealed class EquationDrawing((string Sign, string Name, Matrix<double> Matrix)[] terms)
{
    private const double CellHeight = 27, Gap = MatrixCells.Gap, Bracket = 5, SignWidth = 34, Top = 30, Bottom = 26,
        CharacterWidth = 7.4, FunctionCharacterWidth = 12;

    // The part of the full colour that the largest entry of a matrix has.
    private const double Strongest = 0.5;

    // A number below this part of the largest entry is taken for a rounding error.
    private const double Rounding = 1e-13;

    private readonly double _height = Top + (terms.Max(term => term.Matrix.Rows) * (CellHeight + Gap)) + Bottom;

    private double Middle => Top + ((_height - Top - Bottom) / 2);

    /// <summary>The positions of the entries of each matrix that has been drawn.</summary>
    public List<object> Grids { get; } = [];

    public string ToSvg()
    {
        StringBuilder drawing = new();
        double x = 4;
        foreach ((string sign, string name, Matrix<double> matrix) in terms)
        {
            if (sign.Length > 0)
            {
                double width = Math.Max(SignWidth, sign.Length * FunctionCharacterWidth);
                drawing.Append(SvgText.At(x + (width / 2), Middle + 6, sign, 19));
                x += width;
            }

            x += AppendMatrix(drawing, x, name, matrix);
        }

        double all = x + 4;
        return JoinLines($"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {all:0} {_height:0}" width="{all:0}"
             height="{_height:0}" font-family="system-ui,'DejaVu Sans',sans-serif" font-size="13"
             fill="currentColor" style="max-width:100%;height:auto">{drawing}</svg>
            """);
    }

    /// <summary>A number with three significant digits: an equation should be readable at a glance.</summary>
    /// <param name="value">The number.</param>
    /// <param name="largest">The largest absolute entry of its matrix. A number that is far smaller is a rounding error
    /// of 0, and shown as 0.</param>
    public static string Shown(double value, double largest) =>
        NumberText.Html(Math.Abs(value) < Rounding * largest ? 0 : SignificantDigits.Round(value, 3));

    /// <summary>Draws a matrix at x and returns its width.</summary>
    private double AppendMatrix(StringBuilder drawing, double x, string name, Matrix<double> matrix)
    {
        double largest = Math.Max(matrix.Max(), -matrix.Min());
        double cell = Math.Max(
            30, (matrix.AsSpan().ToArray().Max(value => Shown(value, largest).Length) * CharacterWidth) + 10);
        double cells = (matrix.Columns * (cell + Gap)) - Gap, height = (matrix.Rows * (CellHeight + Gap)) - Gap;
        double width = Math.Max(cells + (4 * Bracket), name.Length * CharacterWidth);
        double left = x + ((width - cells) / 2), top = Middle - (height / 2);
        Grids.Add(Grid(matrix, (left + cell / 2, top + CellHeight / 2), cell));
        drawing.Append(MatrixCells.ToSvg(
            Checked.Rows(matrix, name).Select(row => row.Select(value =>
                (Shown(value, largest), largest > 0 ? Strongest * value / largest : 0))),
            (left, top), (cell, CellHeight), 13));

        foreach (int side in new[] { -1, 1 })
        {
            double edge = side < 0 ? left - Bracket : left + cells + Bracket, inner = edge - side * Bracket;
            drawing.Append(JoinLines($"""
                <path d="M{inner:0.#} {top - 3:0.#}H{edge:0.#}V{top + height + 3:0.#}H{inner:0.#}" fill="none"
                 stroke="currentColor" stroke-width="1.3"/>
                """));
        }
        drawing.Append(JoinLines($"""
            {SvgText.At(x + (width / 2), top - 11, name, 14)}
            <text x="{x + (width / 2):0.#}" y="{top + height + 19:0.#}" text-anchor="middle"
             font-size="11.5" opacity="0.65">{matrix.Rows} × {matrix.Columns}</text>
            """));
        return width;
    }

    /// <summary>The places of the entries of a matrix, as the script of a product reads them: an axis of the columns,
    /// one of the rows, and the size of a cell.</summary>
    private static object Grid(Matrix<double> matrix, Point first, double cell) => new
    {
        column = Centres(matrix.Columns, first.X, cell),
        row = Centres(matrix.Rows, first.Y, CellHeight),
        cell = new[] { cell, CellHeight },
    };

    private static object Centres(int count, double first, double size) =>
        new { from = 0, to = count - 1, low = first, high = first + (count - 1) * (size + Gap), step = 1 };
}
