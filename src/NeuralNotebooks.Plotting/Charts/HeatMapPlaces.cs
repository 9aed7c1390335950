namespace NeuralNotebooks.Plotting;

/// <summary>The places of heat maps beside and below each other, in pixels. Cells are squares, of the same size in all
/// maps, unless the maps have too many rows or columns.</summary>
internal sealed class HeatMapPlaces
{
    // Pixels: the widths of a page, of a colour bar, of a letter and of the gap between two maps, and the heights of
    // all maps of a line, of a title, of the names of columns and of the name of an axis.
    private const int PageWidth = 690, BarWidth = 72, Letter = 8, Gap = 20, MaxHeight = 480, TitleHeight = 28,
        NamesHeight = 34, Edge = 12, AxisNameHeight = 24;

    // Cells that contain numbers have at least this width. Cells that would be smaller than the other size are
    // stretched to the page's width.
    private const double MinWithNumbers = 40, MinSquare = 6, MaxSide = 60;

    // The sizes of numbers in cells, and the width of a digit as a part of the size.
    private const double SmallestText = 12, LargestText = 15, DigitWidth = 0.6;

    private readonly HeatMapCells[] _maps;
    private readonly (double Width, double Height) _cell;
    private readonly bool _isSquare, _hasTitles;
    private readonly int _right;

    /// <param name="maps">The maps, row by row.</param>
    /// <param name="hasTitles">Whether the name of each map is written above it.</param>
    /// <param name="hasBar">Whether there is a colour bar at the right.</param>
    public HeatMapPlaces(HeatMapCells[] maps, bool hasTitles, bool hasBar)
    {
        (_maps, _hasTitles, _right) = (maps, hasTitles, hasBar ? BarWidth : Edge);
        double least = maps.Any(map => map.HasNumbers) ? MinWithNumbers : MinSquare;
        int lines = Enumerable.Range(1, maps.Length)
            .FirstOrDefault(count => WidestCell(MapsPerLine(count)) >= least, maps.Length);
        PerLine = MapsPerLine(lines);
        double widest = WidestCell(PerLine), highest = (double)MaxHeight / maps.Max(map => map.Height);
        _isSquare = widest >= MinSquare && highest >= MinSquare;
        double side = Math.Min(Math.Max(widest, least), Math.Clamp(highest, least, MaxSide));
        _cell = _isSquare ? (side, side) : (widest, Math.Min(highest, MaxSide));
    }

    /// <summary>The maps in a line.</summary>
    public int PerLine { get; }

    /// <summary>The size of the numbers in the cells, in pixels, with which one of so many letters fits.</summary>
    public double TextSize(int letters) =>
        Math.Clamp(Math.Floor(0.9 * _cell.Width / (DigitWidth * letters)), SmallestText, LargestText);

    /// <summary>The figure of the traces, with axes for each map.</summary>
    public Figure ToFigure(IReadOnlyList<FigurePart> traces)
    {
        double[] x = new double[_maps.Length], y = new double[_maps.Length];
        double width = 0, height = 0;
        foreach (int[] line in Enumerable.Range(0, _maps.Length).Chunk(PerLine))
        {
            double end = 0, top = height == 0 ? 0 : height + NamesHeight + TitleHeight;
            foreach (int k in line)
            {
                (x[k], y[k]) = (k == line[0] ? 0 : end + NamesWidth(k, PerLine), top);
                end = x[k] + Math.Max(_maps[k].Width * _cell.Width, _hasTitles ? Letter * _maps[k].Name.Length : 0);
            }
            width = Math.Max(width, end);
            height = top + _cell.Height * line.Max(k => _maps[k].Height);
        }
        FigurePart layout = new();
        foreach ((int k, HeatMapCells map) in _maps.Index())
        {
            Interval across = (x[k] / width, (x[k] + map.Width * _cell.Width) / width),
                up = (1 - (y[k] + map.Height * _cell.Height) / height, 1 - y[k] / height);
            SetAxes(layout, k, across, up);
        }
        if (_hasTitles)
            layout["annotations"] = _maps.Select((map, k) =>
                Layout.Note(map.Name, x[k] / width, "left", 1 - y[k] / height));
        int left = Enumerable.Range(0, _maps.Length).Where(k => k % PerLine == 0).Max(k => NamesWidth(k, PerLine)),
            above = _hasTitles ? TitleHeight : Edge, whole = (int)Math.Ceiling(left + width + _right);
        int below = NamesHeight + (_maps.Any(map => map.AxisNames.Column.Length > 0) ? AxisNameHeight : 0);
        layout["margin"] = new FigurePart { { left, "l" }, { _right, "r" }, { above, "t" }, { below, "b" } };
        return new(traces, layout)
        {
            Height = (int)Math.Ceiling(above + height + below),
            MinimumWidth = _maps.Any(map => map.HasNumbers) ? whole : 0,
            MaximumWidth = _isSquare ? whole : null,
        };
    }

    private void SetAxes(FigurePart layout, int k, Interval across, Interval up)
    {
        HeatMapCells map = _maps[k];
        FigurePart x = Axis.Named(map.Columns ?? Numbers(map.Width), map.AxisNames.Column),
            y = Axis.Named(
                IsRepeated(k, PerLine) ? map.Rows!.Select(_ => "") : map.Rows ?? Numbers(map.Height),
                map.AxisNames.Row);
        (x["domain"], y["domain"]) = (new[] { across.From, across.To }, new[] { up.From, up.To });
        (x["anchor"], y["anchor"], y["autorange"]) = (Axis.Id("y", k), Axis.Id("x", k), "reversed");
        // Where the picture is narrower than planned, plotly.js makes the map smaller.
        if (_isSquare)
            (x["constrain"], y["constrain"], x["constraintoward"], y["constraintoward"], y["scaleanchor"]) =
                ("domain", "domain", "left", "top", Axis.Id("x", k));
        layout.SetAxes(k, x, y);
    }

    private int MapsPerLine(int lines) => (int)Math.Ceiling(_maps.Length / (double)lines);

    // The width of a cell with which every line of maps fits on the page.
    private double WidestCell(int perLine) => Enumerable.Range(0, _maps.Length).Chunk(perLine).Min(line =>
        (PageWidth - _right - line.Sum(k => NamesWidth(k, perLine))) / (double)line.Sum(k => _maps[k].Width));

    // The room for the names of a map's rows, and for the gap to the map at its left.
    private int NamesWidth(int k, int perLine) => (k % perLine == 0 ? Edge : Gap)
        + (_maps[k].AxisNames.Row.Length > 0 ? AxisNameHeight : 0) + (IsRepeated(k, perLine) ? 0
        : Letter * (_maps[k].Rows is { } names ? names.Max(name => name.Length) : 2));

    // Names that are those of the map at the left are not written again.
    private bool IsRepeated(int k, int perLine) =>
        k % perLine > 0 && _maps[k].Rows is { } rows && _maps[k - 1].Rows?.SequenceEqual(rows) == true;

    private static IEnumerable<string>? Numbers(int count) => count > HeatMapCells.MaxSizeWithNumbers ? null
        : Enumerable.Range(0, count).Select(k => $"{k}");
}
