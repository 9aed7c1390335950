namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    // Pixels: the room for all cells of large heat maps, and for the names, the axes and the colour bar around them.
    private const double CellsWidth = 560, CellsHeight = 480, AroundWidth = 150, AroundHeight = 80;

    // The sizes of a cell in pixels between which it is a square.
    private const double SmallestSquare = 6, LargestSquare = 60;

    /// <summary>
    /// A matrix as coloured cells: blue below zero, orange above. The cells of a small matrix contain their numbers.
    /// The colour scale of a matrix without negative entries begins at zero.
    /// </summary>
    /// <param name="matrix">The matrix; its first row is drawn on top, as it is written.</param>
    /// <param name="title">The title.</param>
    /// <param name="rows">Names of the rows, such as those of the neurons; their numbers if omitted.</param>
    /// <param name="columns">Names of the columns, such as those of the features; their numbers if omitted.</param>
    /// <param name="logarithmic">Whether colours follow the logarithm of the entries, for sizes over several powers of
    /// ten; cells with 0 stay empty.</param>
    /// <exception cref="ArgumentException">The matrix is empty, has an entry that is not finite, or the names do not
    /// fit its shape; or, if logarithmic, an entry is negative or none is above 0.</exception>
    public static Picture HeatMap<T>(
        Matrix<T> matrix, string title = "", IReadOnlyList<string>? rows = null, IReadOnlyList<string>? columns = null,
        bool logarithmic = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        SingleHeatMap(HeatMapCells.Of(title, matrix, rows, columns, what: "The matrix"), logarithmic);

    /// <summary>A matrix as coloured cells, whose rows and columns have numbers and are of a kind, such as "row of
    /// pixels".</summary>
    /// <param name="matrix">The matrix; its first row is drawn on top.</param>
    /// <param name="rowAxis">What a row is, written beside the rows.</param>
    /// <param name="columnAxis">What a column is, written below the columns.</param>
    /// <param name="title">The title.</param>
    /// <param name="logarithmic">Whether colours follow the logarithm of the entries.</param>
    /// <exception cref="ArgumentException">The matrix is empty, or has an entry that is not finite; or, if logarithmic,
    /// an entry is negative or none is above 0.</exception>
    public static Picture HeatMap<T>(
        Matrix<T> matrix, string rowAxis, string columnAxis, string title = "", bool logarithmic = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        SingleHeatMap(
            HeatMapCells.Of(title, matrix, null, null, what: "The matrix") with { AxisNames = (rowAxis, columnAxis) },
            logarithmic);

    /// <summary>Matrices side by side on one colour scale, each with a name, and with names of its rows and columns:
    /// <c>Plot.HeatMaps(("before", W, units, features), ("after", V, units, features))</c>.</summary>
    /// <remarks>Rows and columns without names have numbers.</remarks>
    /// <exception cref="ArgumentException">There is no matrix, one is empty or has an entry that is not finite, or
    /// names do not fit its shape.</exception>
    public static Picture HeatMaps<T>(
        params (string Name, Matrix<T> Matrix, IReadOnlyList<string>? Rows, IReadOnlyList<string>? Columns)[] matrices)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        HeatMapCells[] maps = [.. Checked.NotEmpty(matrices, "matrices").Select(map =>
            HeatMapCells.Of(map.Name, map.Matrix, map.Rows, map.Columns))];
        return HeatMapPicture(maps, hasTitles: true);
    }

    private static Picture SingleHeatMap(HeatMapCells map, bool logarithmic)
    {
        HeatMapCells named = map.Name.Length > 0 ? map : map with { Name = "a matrix" };
        return (logarithmic ? LogarithmicHeatMap(named) : HeatMapPicture([named], hasTitles: false))
            .WithTitle(map.Name);
    }

    private static Picture HeatMapPicture(HeatMapCells[] maps, bool hasTitles)
    {
        double largest = maps.SelectMany(map => map.Entries).Max(Math.Abs), limit = largest > 0 ? largest : 1;
        bool isSigned = largest == 0 || maps.SelectMany(map => map.Entries).Any(entry => entry < 0);
        string words = $"Heat map: {string.Join(". ", maps.Select(map => map.InWords()))}. "
            + $"{(isSigned ? "Blue is negative, orange positive" : "The more orange, the larger")}.";
        return maps.All(map => map.HasNumbers)
            ? Picture.OfSvg(new HeatMapDrawing(maps, limit, hasTitles).ToSvg(), words)
            : Picture.Of(LargeHeatMaps(maps, new()
            {
                ["zmin"] = isSigned ? -limit : 0,
                ["zmax"] = limit,
                ["colorscale"] = isSigned ? Palette.Diverging : Palette.Positive,
            }), words);
    }

    private static Picture LogarithmicHeatMap(HeatMapCells map)
    {
        double[] positive = [.. map.Entries.Where(entry => entry > 0)];
        if (positive.Length == 0 || map.Entries.Any(entry => entry < 0))
        {
            string problem = positive.Length == 0 ? "no entry above 0" : "an entry below 0";
            throw new ArgumentException($"{map.Name} has {problem}, and so no logarithm to draw.", nameof(map));
        }
        double low = Math.Log10(positive.Min()), high = Math.Max(Math.Log10(positive.Max()), low + 1e-6);
        int first = (int)Math.Ceiling(low), powers = Math.Max(0, (int)Math.Floor(high) - first + 1);
        FigurePart bar = new();
        bar.SetPowers(Enumerable.Range(first, powers));
        double[][] logarithms =
            [.. map.Z.Select(row => Array.ConvertAll(row, entry => entry > 0 ? Math.Log10(entry) : double.NaN))];
        return Picture.Of(
            LargeHeatMaps([map with { Z = logarithms }], new()
            {
                ["zmin"] = low,
                ["zmax"] = high,
                ["colorscale"] = Palette.Positive,
                ["colorbar"] = bar,
                ["hovertemplate"] = "row %{y}, column %{x}: 10^%{z:.2f}<extra></extra>",
            }),
            $"Heat map on a logarithmic scale: {map.InWords()}. The more orange, the larger; an empty cell is 0.");
    }

    /// <summary>Maps side by side without numbers in their cells, and with a colour bar. Cells are squares, unless they
    /// would be too small.</summary>
    private static Figure LargeHeatMaps(HeatMapCells[] maps, FigurePart colours)
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
                    ("domain", "domain", "left", "top", Axis.Id("x", k));
            layout.SetAxes(k, x, y);
            FigurePart style = new()
            {
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
