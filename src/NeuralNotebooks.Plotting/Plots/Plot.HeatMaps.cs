namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
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
    /// <remarks>Rows and columns without names have numbers. Row names equal to those of the map to the left are not
    /// repeated.</remarks>
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

    private static FigurePart Cells(
        double[][] z, Interval limits, int panel = 0, bool showScale = true, FigurePart? bar = null) =>
        Field("heatmap", z, null, new()
        {
            ["zmin"] = limits.From,
            ["zmax"] = limits.To,
            ["colorscale"] = limits.From < 0 && bar is null ? Palette.Diverging : Palette.Positive,
            ["showscale"] = showScale,
            ["colorbar"] = bar,
            ["xgap"] = 2,
            ["ygap"] = 2,
            ["hovertemplate"] =
                $"row %{{y}}, column %{{x}}: {(bar is null ? "%{z}" : "10^%{z:.2f}")}<extra></extra>",
        }).OnPanel(panel);

    private static Picture HeatMapPicture(HeatMapCells[] maps, bool hasTitles)
    {
        double[] entries = [.. maps.SelectMany(map => map.Entries)];
        double largest = entries.Max(Math.Abs), limit = largest > 0 ? largest : 1;
        bool isSigned = largest == 0 || entries.Any(entry => entry < 0);
        // If all cells contain their numbers, no colour bar is needed.
        bool hasBar = !maps.All(map => map.HasNumbers);
        HeatMapPlaces places = new(maps, hasTitles, hasBar);
        int digits = !hasTitles || places.PerLine * maps.Max(map => map.Width) <= 9 ? 4 : 3;
        List<FigurePart> traces = [.. maps.Select((map, k) =>
            Cells(map.Z, (isSigned ? -limit : 0, limit), panel: k, showScale: hasBar && k == maps.Length - 1))];
        (int Panel, double[][] Z, string[] Texts)[] numbered = [.. maps.Index().Where(map => map.Item.HasNumbers)
            .Select(map => (map.Index, map.Item.Z, map.Item.Entries.Select(entry => InCell(entry, digits)).ToArray()))];
        int letters = numbered.SelectMany(map => map.Texts).Select(text => text.Length).DefaultIfEmpty(1).Max();
        traces.AddRange(numbered.Select(map =>
            CellTexts(map.Z, limit, map.Texts, map.Panel, places.TextSize(letters))));
        return Picture.Of(
            places.ToFigure(traces), $"Heat map: {string.Join(". ", maps.Select(map => map.InWords()))}. "
            + $"{(isSigned ? "Blue is negative, orange positive" : "The more orange, the larger")}.");
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
        double[][] logarithms =
            [.. map.Z.Select(row => Array.ConvertAll(row, entry => entry > 0 ? Math.Log10(entry) : double.NaN))];
        HeatMapPlaces places = new([map], hasTitles: false, hasBar: true);
        FigurePart bar = new();
        bar.SetPowers(Enumerable.Range(first, powers));
        return Picture.Of(
            places.ToFigure([Cells(logarithms, (low, high), bar: bar)]),
            $"Heat map on a logarithmic scale: {map.InWords()}. The more orange, the larger; an empty cell is 0.");
    }

    private static FigurePart CellTexts(
        double[][] z, double limit, IEnumerable<string> texts, int panel, double size) =>
        new FigurePart
        {
            ["type"] = "scatter",
            ["mode"] = "text",
            ["hoverinfo"] = "skip",
            ["showlegend"] = false,
            ["x"] = z.SelectMany(row => row.Select((_, x) => x)),
            ["y"] = z.SelectMany((row, y) => row.Select(_ => y)),
            ["text"] = texts,
            ["textfont"] = new FigurePart
            {
                ["size"] = size,
                ["color"] = z.SelectMany(row => row).Select(entry =>
                    Palette.TextOn(entry < 0 ? Palette.Blue : Palette.Orange, Math.Abs(entry) / limit)),
            },
        }.OnPanel(panel);

    // As many significant digits as fit, and at least the first one of a small number.
    private static string InCell(double value, int digits)
    {
        if (digits > 3 || value == 0)
            return NumberText.Html(SignificantDigits.Round(value, digits));
        int first = -(int)Math.Floor(Math.Log10(Math.Abs(value)));   // the decimal place of the first digit
        int decimals = Math.Min(digits - 1 + first, Math.Max(digits - 1, first));
        return NumberText.Html(Math.Round(value, Math.Clamp(decimals, 0, 15)));
    }
}
