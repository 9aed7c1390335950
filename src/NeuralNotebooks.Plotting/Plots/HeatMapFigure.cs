namespace NeuralNotebooks.Plotting;

/// <summary>Matrices as coloured cells.</summary>
internal static class HeatMapFigure
{
    // Pixels: the room for all cells of large heat maps, and for the names, the axes and the colour bar around them.
    private const double CellsWidth = 560, CellsHeight = 480, AroundWidth = 150, AroundHeight = 80;

    // The sizes of a cell in pixels between which it is a square.
    private const double SmallestSquare = 6, LargestSquare = 60;

    /// <summary>Maps side by side: a drawing if all have numbers in their cells, otherwise a figure.</summary>
    public static Picture Of(HeatMapCells[] maps, bool hasTitles)
    {
        double largest = maps.SelectMany(map => map.Entries).Max(Math.Abs), limit = largest > 0 ? largest : 1;
        bool isSigned = largest == 0 || maps.SelectMany(map => map.Entries).Any(entry => entry < 0);
        return maps.All(map => map.HasNumbers)
            ? Picture.OfSvg(
                new HeatMapDrawing(maps, limit, hasTitles).ToSvg(),
                $"Heat map: {string.Join("; ", maps.Select(map => map.InWords()))}.")
            : Picture.Of(Large(maps, new()
            {
                ["zmin"] = isSigned ? -limit : 0,
                ["zmax"] = limit,
                ["colorscale"] = isSigned ? Palette.Diverging : Palette.Positive,
            }));
    }

    /// <summary>A map whose colours follow the logarithm of the entries: none is negative, and one is above
    /// 0.</summary>
    public static Picture Logarithmic(HeatMapCells map)
    {
        double[] positive = [.. map.Entries.Where(entry => entry > 0)];
        double low = Math.Log10(positive.Min()), high = Math.Max(Math.Log10(positive.Max()), low + 1e-6);
        int first = (int)Math.Ceiling(low), powers = Math.Max(0, (int)Math.Floor(high) - first + 1);
        FigurePart bar = new();
        bar.SetPowers(Enumerable.Range(first, powers));
        double[][] logarithms =
            [.. map.Z.Select(row => Array.ConvertAll(row, entry => entry > 0 ? Math.Log10(entry) : double.NaN))];
        return Picture.Of(
            Large([map with { Z = logarithms }], new()
            {
                ["zmin"] = low,
                ["zmax"] = high,
                ["colorscale"] = Palette.Positive,
                ["colorbar"] = bar,
                ["hovertemplate"] = "row %{y}, column %{x}: 10^%{z:.2f}<extra></extra>",
            }), $"Heat map: {map.InWords()}.");
    }

    /// <summary>Maps side by side without numbers in their cells, and with a colour bar. Cells are squares, unless they
    /// would be too small.</summary>
    private static Figure Large(HeatMapCells[] maps, FigurePart colours)
    {
        int columns = maps.Sum(map => map.Width), rows = maps.Max(map => map.Height);
        double side = Math.Min(Math.Min(CellsWidth / columns, CellsHeight / rows), LargestSquare);
        bool isSquare = side >= SmallestSquare;
        FigurePart layout = new();
        if (maps.Length > 1)
            layout.SetGrid(1, maps.Length, (0.12, 0), maps.Select(map => map.Name));
        FigurePart[] traces = [.. maps.Select((map, k) =>
        {
            FigurePart x = Axis.Named(map.Columns, map.AxisNames.Column), y = Axis.Named(map.Rows, map.AxisNames.Row);
            y["autorange"] = "reversed";
            if (isSquare)
                (x["constrain"], y["constrain"], x["constraintoward"], y["constraintoward"], y["scaleanchor"]) =
                    ("domain", "domain", "left", "top", Axis.Name("x", k));
            layout.SetAxes(k, x, y);
            FigurePart style = new()
            {
                ["name"] = Verbatim(map.Name),
                ["xgap"] = 2,
                ["ygap"] = 2,
                ["showscale"] = k == maps.Length - 1,
                ["hovertemplate"] = "row %{y}, column %{x}: %{z}<extra></extra>",
            };
            style.Merge(colours);
            return Field("heatmap", map.Z, null, style).OnPanel(k);
        })];
        return new(traces, layout)
        {
            Height = (int)(AroundHeight + (isSquare ? side : Math.Min(CellsHeight / rows, LargestSquare)) * rows),
            MaximumWidth = isSquare ? (int)(AroundWidth + side * columns) : null,
        };
    }
}
