using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    // Numbers are written into cells up to this many rows or columns.
    private const int MaxSizeWithNumbers = 12;

    // Pixels of a cell that holds a count, and of the names beside it.
    private const int CountWidth = 44, CountMargin = 90;

    // Maps that need more than this wrap onto several lines.
    private const int PageWidth = 690;

    /// <summary>
    /// A matrix as coloured cells: blue below zero, orange above, the number in each cell of a small one. The colours of a matrix without
    /// negative entries begin at zero.
    /// </summary>
    /// <param name="matrix">The matrix; its first row is drawn on top, as it is written.</param>
    /// <param name="title">The title.</param>
    /// <param name="rows">Names of the rows, such as those of the neurons; numbers where left out.</param>
    /// <param name="columns">Names of the columns, such as those of the features.</param>
    /// <param name="logarithmic">Whether colours follow the logarithm of the entries, for sizes over several powers of ten; cells with 0 stay empty.</param>
    /// <exception cref="ArgumentException">The matrix is empty, has an entry that is not finite, or the names do not fit its shape; or, if logarithmic, an entry is negative or none is above 0.</exception>
    public static Picture HeatMap<T>(
        Matrix<T> matrix, string title = "", IReadOnlyList<string>? rows = null, IReadOnlyList<string>? columns = null, bool logarithmic = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[][] z = Checked.Rows(matrix, "The matrix");
        CheckNames(rows, z.Length, "row");
        CheckNames(columns, z[0].Length, "column");
        GenericChart chart = Cells(z);
        if (rows is not null)
            chart = chart.WithYAxis(Styling.Named(rows));
        if (columns is not null)
            chart = chart.WithXAxis(Styling.Named(columns));
        (string, double[][])[] map = [(title.Length > 0 ? title : "a matrix", z)];
        return (logarithmic ? LogarithmicHeatMap(chart, map) : HeatMapPicture(chart, map, lines: 1, digits: 4)).WithTitle(title);
    }

    /// <summary>Matrices side by side on one colour scale: <c>Plot.HeatMaps(("W₁ before", before), ("W₁ after", after))</c>.</summary>
    /// <exception cref="ArgumentException">There is no matrix, or one is empty or has an entry that is not finite.</exception>
    public static Picture HeatMaps<T>(params (string Name, Matrix<T> Matrix)[] matrices)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        SideBySide([.. Checked.Some(matrices, "matrices").Select(map => new NamedCells(map.Name, Checked.Rows(map.Matrix, map.Name), null, null))]);

    /// <summary>The same with names of rows and columns: <c>Plot.HeatMaps(("before", W, units, features), ("after", V, units, features))</c>.</summary>
    /// <remarks>Row names equal to those of the map to the left are not repeated.</remarks>
    /// <exception cref="ArgumentException">There is no matrix, one is empty or has an entry that is not finite, or names do not fit its shape.</exception>
    public static Picture HeatMaps<T>(params (string Name, Matrix<T> Matrix, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns)[] matrices)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        SideBySide([.. Checked.Some(matrices, "matrices").Select(map => new NamedCells(map.Name, Checked.Rows(map.Matrix, map.Name), map.Rows, map.Columns))]);

    private static Picture SideBySide(NamedCells[] named)
    {
        (string Name, double[][] Z)[] maps = [.. named.Select(map => (map.Name, map.Z))];
        int mapWidth = MapWidth(maps), lines = (int)Math.Ceiling(maps.Length / Math.Max(1.0, Math.Floor((double)PageWidth / mapWidth)));
        int perLine = (int)Math.Ceiling(maps.Length / (double)lines);
        GenericChart chart = Chart.Grid(
            named.Select((map, k) => Labelled(map, left: k % perLine == 0 ? null : named[k - 1])), nRows: lines, nCols: perLine,
            SubPlotTitles: maps.Select(map => Styling.Verbatim(map.Name)).ToArray(), XGap: 0.12, YGap: 0.32);
        return HeatMapPicture(chart, maps, lines, digits: perLine * maps.Max(map => map.Z[0].Length) <= 9 ? 4 : 3);
    }

    private static GenericChart Labelled(NamedCells map, NamedCells? left)
    {
        CheckNames(map.Rows, map.Z.Length, "row");
        CheckNames(map.Columns, map.Z[0].Length, "column");
        GenericChart chart = Cells(map.Z);
        if (map.Rows is not null)
            chart = chart.WithYAxis(Styling.Named(left?.Rows?.SequenceEqual(map.Rows) == true ? map.Rows.Select(_ => "") : map.Rows));
        return map.Columns is null ? chart : chart.WithXAxis(Styling.Named(map.Columns));
    }

    private sealed record NamedCells(string Name, double[][] Z, IReadOnlyList<string>? Rows, IReadOnlyList<string>? Columns);

    // Room for the numbers in the cells, and for the numbers of the rows.
    private static int MapWidth((string Name, double[][] Z)[] maps) => 40 + (44 * maps.Max(map => Math.Min(map.Z[0].Length, MaxSizeWithNumbers)));

    private static GenericChart Cells(double[][] z)
    {
        GenericChart chart = Chart.Heatmap<double, double, double, string>(zData: z, ColorScale: Palette.Diverging(), XGap: 2, YGap: 2, ReverseYAxis: true);
        if (z.Length <= MaxSizeWithNumbers)
            chart = chart.WithYAxis(Styling.Named(Numbers(z.Length)));
        return z[0].Length <= MaxSizeWithNumbers ? chart.WithXAxis(Styling.Named(Numbers(z[0].Length))) : chart;
    }

    private static IEnumerable<string> Numbers(int count) => Enumerable.Range(0, count).Select(k => k.ToString(CultureInfo.InvariantCulture));

    private static Picture HeatMapPicture(GenericChart chart, (string Name, double[][] Z)[] maps, int lines, int digits)
    {
        double largest = maps.Max(map => map.Z.Max(row => row.Max(Math.Abs)));
        int rows = maps.Max(map => map.Z.Length);
        FigureData figure = FigureData.Of(chart, height: lines * Math.Clamp(110 + (44 * rows), lines == 1 ? 190 : 150, 560));
        double limit = largest > 0 ? largest : 1;
        bool isSigned = largest == 0 || maps.Any(map => map.Z.Any(row => row.Any(entry => entry < 0)));
        for (int k = 0; k < maps.Length; k++)
            AddScale(figure.Trace(k), limit, legend: k == maps.Length - 1, isSigned);
        for (int k = 0; k < maps.Length; k++)
        {
            double[][] z = maps[k].Z;
            if (z.Length <= MaxSizeWithNumbers && z[0].Length <= MaxSizeWithNumbers)
                figure.Traces.Add(CellTexts(figure.Trace(k), z, limit, (row, column) => InCell(z[row][column], digits)));
        }
        figure.HideGridLines();
        figure.MinimumWidth = rows > MaxSizeWithNumbers ? 0 : 50 + (MapWidth(maps) * (int)Math.Ceiling(maps.Length / (double)lines));
        figure.Layout["margin"] = new JsonObject { ["t"] = maps.Length > 1 ? 36 : 12, ["b"] = 32, ["l"] = 40, ["r"] = 16 };
        string shapes = string.Join("; ", maps.Select(map => $"{map.Name}, {map.Z.Length}×{map.Z[0].Length}, {Extent(map.Z)}"));
        return Picture.Of(figure, $"Heat map: {shapes}. {(isSigned ? "Blue is negative, orange positive" : "The more orange, the larger")}.");
    }

    private static Picture LogarithmicHeatMap(GenericChart chart, (string Name, double[][] Z)[] map)
    {
        (string name, double[][] z) = map[0];
        double[] positive = [.. z.SelectMany(row => row).Where(entry => entry > 0)];
        if (positive.Length == 0 || z.Any(row => row.Any(entry => entry < 0)))
            throw new ArgumentException($"{name} has {(positive.Length == 0 ? "no entry above 0" : "an entry below 0")}, and so no logarithm to draw.", nameof(map));
        double low = Math.Log10(positive.Min()), high = Math.Max(Math.Log10(positive.Max()), low + 1e-6);
        FigureData figure = FigureData.Of(chart, height: Math.Clamp(110 + (44 * z.Length), 190, 560));
        JsonObject trace = figure.Trace(0);
        AddScale(trace, high, legend: true, isSigned: false);
        trace["z"] = new JsonArray([.. z.Select(row => (JsonNode)new JsonArray([.. row.Select(entry => entry > 0 ? (JsonNode?)Math.Log10(entry) : null)]))]);
        trace["zmin"] = low;
        trace["hovertemplate"] = "row %{y}, column %{x}: 10^%{z:.2f}<extra></extra>";
        int[] powers = [.. Enumerable.Range((int)Math.Ceiling(low), Math.Max(0, (int)Math.Floor(high) - (int)Math.Ceiling(low) + 1))];
        trace["colorbar"] = new JsonObject
        {
            ["tickvals"] = new JsonArray([.. powers.Select(power => (JsonNode)power)]),
            ["ticktext"] = new JsonArray([.. powers.Select(power => (JsonNode)Styling.PowerOfTen(power))]),
        };
        figure.HideGridLines();
        figure.Layout["margin"] = new JsonObject { ["t"] = 12, ["b"] = 32, ["l"] = 40, ["r"] = 16 };
        return Picture.Of(figure, $"Heat map on a logarithmic scale: {name}, {z.Length}×{z[0].Length}, entries above 0 from {NumberText.Plain(positive.Min())} to {NumberText.Plain(positive.Max())}. "
            + "The more orange, the larger; an empty cell is 0.");
    }

    // What Chart.Heatmap has no argument for: the same limits for all maps.
    private static void AddScale(JsonObject trace, double limit, bool legend, bool isSigned)
    {
        trace["zmin"] = isSigned ? -limit : 0;
        if (!isSigned)
            trace["colorscale"] = new JsonArray(new JsonArray(0, Palette.Ground), new JsonArray(1, Palette.Orange));
        trace["zmax"] = limit;
        trace["showscale"] = legend;
        trace["hovertemplate"] = "row %{y}, column %{x}: %{z}<extra></extra>";
    }

    /// <summary>Texts on the cells of a map, each in black or white to suit its cell: texts of the map itself have one colour.</summary>
    private static JsonObject CellTexts(JsonObject map, double[][] z, double limit, Func<int, int, string> text)
    {
        (int Row, int Column)[] cells = [.. Enumerable.Range(0, z.Length).SelectMany(row => Enumerable.Range(0, z[0].Length).Select(column => (row, column)))];
        JsonObject texts = new()
        {
            ["type"] = "scatter",
            ["mode"] = "text",
            ["hoverinfo"] = "skip",
            ["showlegend"] = false,
            ["x"] = new JsonArray([.. cells.Select(cell => (JsonNode)cell.Column)]),
            ["y"] = new JsonArray([.. cells.Select(cell => (JsonNode)cell.Row)]),
            ["text"] = new JsonArray([.. cells.Select(cell => (JsonNode)text(cell.Row, cell.Column))]),
            ["textfont"] = new JsonObject
            {
                ["size"] = 12,
                ["color"] = new JsonArray([.. cells.Select(cell =>
                    (JsonNode)Palette.TextOn(z[cell.Row][cell.Column] < 0 ? Palette.Blue : Palette.Orange, Math.Abs(z[cell.Row][cell.Column]) / limit))]),
            },
        };
        foreach (string axis in new[] { "xaxis", "yaxis" })
        {
            if (map[axis] is JsonNode own)
                texts[axis] = own.DeepClone();
        }
        return texts;
    }

    // As many significant digits as fit; a small number keeps at least its first.
    private static string InCell(double value, int digits)
    {
        if (value == 0)
            return NumberText.Html(value);
        int leading = -(int)Math.Floor(Math.Log10(Math.Abs(value)));   // the decimal place of the first digit
        int decimals = digits < 4 ? Math.Min(digits - 1 + leading, Math.Max(digits - 1, leading)) : digits - 1 + leading;
        return NumberText.Html(Math.Round(value, Math.Clamp(decimals, 0, 15)));
    }

    private static string Extent(double[][] z)
    {
        double low = z.Min(row => row.Min()), high = z.Max(row => row.Max());
        return low == high ? $"all entries {NumberText.Html(low)}" : $"entries from {NumberText.Html(low)} to {NumberText.Html(high)}";
    }

    private static void CheckNames(IReadOnlyList<string>? names, int count, string what)
    {
        if (names is not null && names.Count != count)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {names.Count} {what} names and {count} {what}s."), nameof(names));
    }

    /// <summary>The count of each class taken for each: right in blue along the diagonal, wrong in orange.</summary>
    public static Picture ConfusionMatrix(ConfusionMatrix confusion, string title = "Confusion matrix")
    {
        ArgumentNullException.ThrowIfNull(confusion);
        int classes = confusion.ClassNames.Count;
        double[][] z = new double[classes][];
        List<string> mistakes = [];
        for (int actual = 0; actual < classes; actual++)
        {
            z[actual] = new double[classes];
            int ofThisClass = Math.Max(1, Enumerable.Range(0, classes).Sum(k => confusion[actual, k]));
            for (int predicted = 0; predicted < classes; predicted++)
            {
                int count = confusion[actual, predicted];
                z[actual][predicted] = (predicted == actual ? -1.0 : 1.0) * count / ofThisClass;
                if (predicted != actual && count > 0)
                    mistakes.Add($"{count} {confusion.ClassNames[actual]} taken for {confusion.ClassNames[predicted]}");
            }
        }

        GenericChart chart = Cells(z).WithAxes("predicted class", "true class")
            .WithXAxis(Styling.Named(confusion.ClassNames)).WithYAxis(Styling.Named(confusion.ClassNames));
        FigureData figure = FigureData.Of(chart, height: Math.Clamp(120 + (56 * classes), 260, 620));
        AddScale(figure.Trace(0), limit: 1, legend: false, isSigned: true);
        string Count(int actual, int predicted) => confusion[actual, predicted].ToString(CultureInfo.InvariantCulture);
        figure.Trace(0)["text"] = new JsonArray([.. z.Select((row, actual) => new JsonArray([.. row.Select((_, predicted) => (JsonNode)Count(actual, predicted))]))]);
        figure.Trace(0)["hovertemplate"] = "%{y} taken for %{x}: %{text}<extra></extra>";
        JsonObject counts = CellTexts(figure.Trace(0), z, limit: 1, Count);
        counts["textfont"]!["size"] = 15;
        figure.Traces.Add(counts);
        figure.HideGridLines();
        figure.MinimumWidth = CountMargin + (CountWidth * classes);
        string wrong = mistakes.Count == 0 ? "No mistakes" : "Mistakes: " + string.Join(", ", mistakes);
        return Picture.Of(figure, $"{Percent(confusion.Accuracy)} of {confusion.Total} examples right. {wrong}.").WithTitle(title);
    }
}
