namespace NeuralNotebooks.Plotting;

/// <summary>Matrices as coloured cells, side by side on one colour scale.</summary>
internal static class HeatMapFigure
{
    // Pixels: the room for all cells, and for the axes, the titles and the colour bar around them.
    private const double CellsWidth = 560, CellsHeight = 480, AroundWidth = 150, AroundHeight = 80, Titles = 40;

    // The sizes of a cell in pixels between which it is a square, and the least of one with a number.
    private const double SmallestSquare = 6, SmallestWithNumber = 40, LargestSquare = 60;

    // How strong the strongest colour is below a number, which has the colour of the text.
    private const double StrongestWithNumber = 0.5;

    /// <summary>The picture of the maps. If they are small, each cell contains its number, and there is no colour bar.
    /// Cells are squares, unless they would be too small.</summary>
    public static Picture Of(HeatMapCells[] maps)
    {
        int columns = maps.Sum(map => map.Width), rows = maps.Max(map => map.Height);
        bool hasNumbers = maps.All(map => map.HasNumbers);
        double side = Math.Clamp(
            Math.Min(CellsWidth / columns, CellsHeight / rows), hasNumbers ? SmallestWithNumber : 0, LargestSquare);
        bool isSquare = side >= SmallestSquare;
        // The names of the rows of all maps but the first are between two maps.
        double names = maps.Max(map => map.Rows?.Max(name => SvgText.Width(name, 13)) ?? 15) + 20;
        // One scale for all maps. It begins at zero where no entry is negative.
        double[] entries = [.. maps.SelectMany(map => map.Z).SelectMany(row => row)];
        double size = entries.Max(Math.Abs) is > 0 and double largest ? largest : 1;
        double end = hasNumbers ? Math.Min(size / StrongestWithNumber, double.MaxValue) : size;
        bool hasNegative = entries.Min() < 0;
        FigurePart layout = new();
        if (maps.Length > 1)
            layout.SetGrid(
                1, maps.Length, (names / (names + side * columns / maps.Length), 0), maps.Select(map => map.Name));
        FigurePart[] traces = [.. maps.Select((map, k) =>
        {
            FigurePart x = Axis.Named(map.Columns ?? map.Numbers(map.Width), map.AxisNames.Column),
                y = Axis.Named(map.Rows ?? map.Numbers(map.Height), map.AxisNames.Row);
            y["autorange"] = "reversed";
            if (isSquare)
                (x["constrain"], y["constrain"], x["constraintoward"], y["constraintoward"], y["scaleanchor"]) =
                    ("domain", "domain", "left", "top", Axis.Name("x", k));
            layout.SetAxes(k, x, y);
            return Field("heatmap", map.Z, null, new()
            {
                ["name"] = Verbatim(map.Name),
                ["xgap"] = 2,
                ["ygap"] = 2,
                ["showscale"] = !hasNumbers && k == maps.Length - 1,
                ["text"] = hasNumbers ? map.Texts(digits: columns <= 9 ? 4 : 3) : null,
                ["texttemplate"] = hasNumbers ? "%{text}" : null,
                ["textfont"] = new FigurePart { ["color"] = Palette.Ink },
                ["hovertemplate"] = "row %{y}, column %{x}: %{z}<extra></extra>",
                ["zmin"] = hasNegative ? -end : 0,
                ["zmax"] = end,
                ["colorscale"] = hasNegative ? Palette.Signs : [[0, Palette.Ground], [1, Palette.Orange]],
            }).OnPanel(k);
        })];
        double width = AroundWidth + side * columns + names * (maps.Length - 1);
        Figure figure = new(traces, layout)
        {
            Height = (int)(AroundHeight + (maps.Length > 1 ? Titles : 0)
                + (isSquare ? side : Math.Min(CellsHeight / rows, LargestSquare)) * rows),
            MaximumWidth = isSquare ? (int)width : null,
            // A narrow page has the maps below each other. Their numbers may be smaller than those of other drawings.
            MinimumWidth = hasNumbers
                ? (int)DrawingStyle.LeastWidth(AroundWidth + side * maps.Max(map => map.Width), scale: 0.6) : null,
        };
        return Picture.Of(figure, $"Heat map: {string.Join("; ", maps.Select(map => map.InWords()))}.");
    }
}
