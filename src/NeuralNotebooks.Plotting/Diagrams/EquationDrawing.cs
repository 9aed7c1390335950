namespace NeuralNotebooks.Plotting;

/// <summary>Matrices on one line, with operators between them, names above and shapes below.</summary>
/// <param name="terms">The operator before each matrix, its name and the matrix.</param>
/// <param name="resultBelow">Whether the last matrix is on a second line, as a narrow page needs.</param>
internal sealed class EquationDrawing(
    IEnumerable<(string Sign, string Name, Matrix<double> Matrix)> terms, bool resultBelow = false)
{
    private const double CellHeight = 27, Gap = 2, Bracket = 5, SignWidth = 34, Top = 30, Bottom = 26,
        NumberSize = 13, NameSize = 14, SignSize = 19;

    // The part of the full colour that the largest entry of a matrix has.
    private const double Strongest = 0.5;

    // A number below this part of the largest entry is taken for a rounding error.
    private const double Rounding = 1e-13;

    private readonly (string Sign, string Name, double[][] Rows)[] _terms =
        [.. terms.Select(term => (term.Sign, term.Name, Rounded(Checked.Rows(term.Matrix, term.Name))))];

    // The matrices of a sum share one scale of colours.
    private bool IsSum => _terms.All(term => term.Sign is "" or "+" or "−" or "=");

    public (string Attributes, string Inside, List<object> Grids) Draw()
    {
        StringBuilder drawing = new();
        List<object> grids = [];
        double all = 0, height = 0;
        int perLine = resultBelow ? _terms.Length - 1 : _terms.Length;
        foreach ((string Sign, string Name, double[][] Rows)[] line in _terms.Chunk(perLine))
        {
            double cells = line.Max(term => term.Rows.Length) * (CellHeight + Gap), middle = height + Top + (cells / 2);
            double x = 4;
            foreach ((string sign, string name, double[][] rows) in line)
            {
                if (sign.Length > 0)
                {
                    double width = Math.Max(SignWidth, SvgText.Width(sign, SignSize));
                    drawing.Append(SvgText.At(x + (width / 2), middle + 6, sign, SignSize));
                    x += width;
                }
                x += AppendMatrix(drawing, grids, (x, middle), name, rows);
            }
            (all, height) = (Math.Max(all, x + 4), height + Top + cells + Bottom);
        }

        return (Invariant($"""
            xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {all:0} {height:0}" width="{all:0}"
            height="{height:0}" font-size="{NumberSize}" fill="currentColor"
            style="min-width:{DrawingStyle.LeastWidth(all):0}px;max-width:100%;height:auto"
            """), drawing.ToString(), grids);
    }

    public string InWords() => string.Join(' ', _terms.Select(term =>
        $"{term.Sign} {ChartInWords.Matrix(term.Name, term.Rows)}".TrimStart()));

    /// <summary>Numbers with three significant digits, since an equation should be readable at a glance; with four if
    /// those are exact. A number far smaller than the largest of its matrix is a rounding error of 0.</summary>
    private static double[][] Rounded(double[][] rows)
    {
        double largest = Largest(rows);
        return [.. rows.Select(row => Array.ConvertAll(row, value => Math.Abs(value) < Rounding * largest ? 0
            : SignificantDigits.Round(value, 4) is var four && Math.Abs(four - value) < Rounding * largest ? four
            : SignificantDigits.Round(value, 3)))];
    }

    private static double Largest(double[][] rows) => rows.Max(row => row.Max(Math.Abs));

    /// <summary>Draws a matrix, whose left edge has its middle at a point, and returns its width.</summary>
    private double AppendMatrix(StringBuilder drawing, List<object> grids, Point at, string name, double[][] rows)
    {
        (double x, double middle) = at;
        double largest = IsSum ? _terms.Max(term => Largest(term.Rows)) : Largest(rows);
        double cell = Math.Max(
            30, rows.Max(row => row.Max(value => SvgText.Width(NumberText.Html(value), NumberSize))) + 10);
        double cells = (rows[0].Length * (cell + Gap)) - Gap, height = (rows.Length * (CellHeight + Gap)) - Gap;
        double width = Math.Max(cells + (4 * Bracket), SvgText.Width(name, NameSize));
        double left = x + ((width - cells) / 2), top = middle - (height / 2);
        grids.Add(Grid(rows, (left + cell / 2, top + CellHeight / 2), cell));
        foreach ((int i, double[] row) in rows.Index())
            foreach ((int j, double value) in row.Index())
                drawing.Append(Cell(
                    (left + j * (cell + Gap), top + i * (CellHeight + Gap)), cell, value,
                    largest > 0 ? Strongest * value / largest : 0));

        foreach (int side in new[] { -1, 1 })
        {
            double edge = side < 0 ? left - Bracket : left + cells + Bracket, inner = edge - side * Bracket;
            drawing.Append(Invariant($"""
                <path d="M{inner:0.#} {top - 3:0.#}H{edge:0.#}V{top + height + 3:0.#}H{inner:0.#}" fill="none"
                stroke="currentColor" stroke-width="1.3"/>
                """));
        }
        string shape = Invariant($"{rows.Length} × {rows[0].Length}");
        drawing.Append(SvgText.At(x + width / 2, top - 11, name, NameSize))
            .Append(SvgText.At(x + width / 2, top + height + 19, shape, 11.5, " opacity=\"0.65\""));
        return width;
    }

    private static string Cell(Point corner, double width, double value, double strength) => Invariant($"""
        <rect x="{corner.X:0.#}" y="{corner.Y:0.#}" width="{width:0.#}" height="{CellHeight:0.#}"
        fill="{(strength < 0 ? Palette.Blue : Palette.Orange)}" fill-opacity="{Math.Abs(strength):0.##}"/>
        {SvgText.At(corner.X + width / 2, corner.Y + CellHeight / 2 + 4.5, NumberText.Html(value), NumberSize)}
        """);

    /// <summary>The places of the entries of a matrix, as the script of a product reads them: an axis of the columns,
    /// one of the rows, and the size of a cell.</summary>
    private static object Grid(double[][] rows, Point first, double cell) => new
    {
        column = Centres(rows[0].Length, first.X, cell),
        row = Centres(rows.Length, first.Y, CellHeight),
        cell = new[] { cell, CellHeight },
    };

    private static object Centres(int count, double first, double size) =>
        new { from = 0, to = count - 1, low = first, high = first + (count - 1) * (size + Gap), step = 1 };
}
