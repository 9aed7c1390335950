namespace NeuralNotebooks.Plotting;

/// <summary>Matrices as coloured numbers, with the names of their rows and columns: a drawing for each, which the page
/// puts beside or below each other.</summary>
internal sealed class HeatMapDrawing
{
    // Pixels: the width of a page, the height of all rows, the gap between two maps, the width of a letter, and the
    // height of a line of text.
    private const double PageWidth = 690, MaxHeight = 480, Space = 12, Letter = 7.4, TextLine = 27;

    private const double SmallestCell = 38, LargestCell = 60, SmallestText = 12, LargestText = 15, DigitWidth = 0.6;

    // A page that is narrower than a map draws it smaller, but its text not smaller than about 9 pixels.
    private const double MinScale = 0.7;

    // A part of the full colour, on which the page's text colour is readable.
    private const double Strongest = 0.7;

    private readonly HeatMapCells[] _maps;
    private readonly bool _hasTitles;
    private readonly double _cell, _limit, _fontSize;
    private readonly int _digits;

    /// <param name="maps">The maps.</param>
    /// <param name="limit">The absolute value of an entry with the strongest colour.</param>
    /// <param name="hasTitles">Whether the name of each map is written above it.</param>
    public HeatMapDrawing(HeatMapCells[] maps, double limit, bool hasTitles)
    {
        (_maps, _limit, _hasTitles) = (maps, limit, hasTitles);
        int columns = maps.Sum(map => map.Width);
        // All maps side by side, if cells of the smallest size fit on the page.
        double widest = (PageWidth + Space - maps.Sum(map => NamesWidth(map) + Space)) / columns;
        _cell = Math.Clamp(Math.Min(widest, MaxHeight / maps.Max(map => map.Height)), SmallestCell, LargestCell);
        _digits = !hasTitles || columns <= 9 ? 4 : 3;
        int letters = maps.SelectMany(map => map.Entries).Max(entry => InCell(entry).Length);
        _fontSize = Math.Clamp(Math.Floor(0.9 * _cell / (DigitWidth * letters)), SmallestText, LargestText);
    }

    public string ToSvg() => string.Concat(_maps.Select(Map));

    private string Map(HeatMapCells map)
    {
        (string rowAxis, string columnAxis) = map.AxisNames;
        double left = NamesWidth(map), right = left + map.Width * _cell, top = _hasTitles ? TextLine : MatrixCells.Gap;
        double bottom = top + map.Height * _cell, height = bottom + (columnAxis.Length > 0 ? 2 : 1) * TextLine;
        double width = Math.Max(right, left + (_hasTitles ? Letter * map.Name.Length : 0));
        IEnumerable<string> rows = RowNames(map).Select((name, i) =>
            SvgText.At(left - 8, top + (i + 0.5) * _cell + 4, name, 13, "end"));
        IEnumerable<string> columns = (map.Columns ?? Numbers(map.Width)).Select((name, j) =>
            SvgText.At(left + (j + 0.5) * _cell, bottom + 20, name, 13));
        return JoinLines($"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:0} {height:0}" width="{width:0}"
             height="{height:0}" font-family="system-ui,'DejaVu Sans',sans-serif" fill="currentColor"
             style="vertical-align:top;margin-right:{Space}px;
             min-width:{MinScale * width:0}px;max-width:100%;height:auto">{MatrixCells.ToSvg(
                map.Z.Select(row => row.Select(entry => (InCell(entry), Strongest * entry / _limit))),
                (left, top), (_cell - MatrixCells.Gap, _cell - MatrixCells.Gap), _fontSize)}
            {string.Concat(rows)}{string.Concat(columns)}
            {(_hasTitles ? SvgText.At(left, top - 9, map.Name, 13, "start") : "")}
            {SvgText.At((left + right) / 2, height - 6, columnAxis, 14)}
            <g transform="translate(14 {(top + bottom) / 2:0}) rotate(-90)">{SvgText.At(0, 0, rowAxis, 14)}</g></svg>
            """);
    }

    // The room at the left of a map.
    private static double NamesWidth(HeatMapCells map) =>
        (map.AxisNames.Row.Length > 0 ? TextLine : 0) + Letter * RowNames(map).Max(name => name.Length) + 14;

    private static IEnumerable<string> RowNames(HeatMapCells map) => map.Rows ?? Numbers(map.Height);

    private static IEnumerable<string> Numbers(int count) => Enumerable.Range(0, count).Select(k => $"{k}");

    // As many significant digits as fit, and at least the first one of a small number.
    private string InCell(double value)
    {
        if (_digits > 3 || value == 0)
            return NumberText.Html(SignificantDigits.Round(value, _digits));
        int first = -(int)Math.Floor(Math.Log10(Math.Abs(value)));   // the decimal place of the first digit
        int decimals = Math.Min(_digits - 1 + first, Math.Max(_digits - 1, first));
        return NumberText.Html(Math.Round(value, Math.Clamp(decimals, 0, 15)));
    }
}
