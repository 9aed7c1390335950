namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    // Cells contain their numbers if the matrix has at most this many rows and columns.
    private const int MaxSizeWithNumbers = 12;

    // The width in pixels of a page: wider maps are wrapped onto several lines.
    private const int PageWidth = 690;

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
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        NamedCells map = new(title.Length > 0 ? title : "a matrix", Checked.Rows(matrix, "The matrix"), rows, columns);
        Layout layout = new();
        SetAxes(layout, 0, map, left: null);
        return (logarithmic ? LogarithmicHeatMap(map, layout) : HeatMapPicture([map], layout, lines: 1, digits: 4))
            .WithTitle(title);
    }

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
        NamedCells[] maps = [.. Checked.NotEmpty(matrices, "matrices").Select(map =>
            new NamedCells(map.Name, Checked.Rows(map.Matrix, map.Name), map.Rows, map.Columns))];
        int lines = (int)Math.Ceiling(maps.Length / Math.Max(1.0, Math.Floor((double)PageWidth / MapWidth(maps))));
        int perLine = (int)Math.Ceiling(maps.Length / (double)lines);
        Layout layout = new();
        layout.SetGrid(lines, perLine, (0.12, 0.32), maps.Select(map => map.Name));
        for (int k = 0; k < maps.Length; k++)
            SetAxes(layout, k, maps[k], left: k % perLine == 0 ? null : maps[k - 1]);
        return HeatMapPicture(maps, layout, lines, digits: perLine * maps.Max(map => map.Width) <= 9 ? 4 : 3);
    }

    private static void SetAxes(Layout layout, int panel, NamedCells map, NamedCells? left)
    {
        CheckNames(map.Rows, map.Height, "row");
        CheckNames(map.Columns, map.Width, "column");
        bool isRepeated = map.Rows is not null && left?.Rows?.SequenceEqual(map.Rows) == true;
        layout.SetAxes(
            panel,
            new() { Names = map.Columns ?? Numbers(map.Width), ShowGrid = false },
            new()
            {
                Names = isRepeated ? map.Rows!.Select(_ => "") : map.Rows ?? Numbers(map.Height),
                ShowGrid = false,
                ["autorange"] = "reversed",
            });
    }

    private sealed record NamedCells(
        string Name, double[][] Z, IReadOnlyList<string>? Rows, IReadOnlyList<string>? Columns)
    {
        public int Height => Z.Length;

        public int Width => Z[0].Length;

        public IEnumerable<double> Entries => Z.SelectMany(row => row);

        public string Size => $"{Name}, {Height}×{Width}";
    }

    // Room for the numbers in the cells, and for the numbers of the rows.
    private static int MapWidth(NamedCells[] maps) =>
        40 + (44 * maps.Max(map => Math.Min(map.Width, MaxSizeWithNumbers)));

    private static IEnumerable<string>? Numbers(int count) => count > MaxSizeWithNumbers ? null
        : Enumerable.Range(0, count).Select(k => $"{k}");

    private static FieldTrace Cells(
        double[][] z, Interval limits, int panel = 0, bool showScale = true, ColorBar? bar = null) =>
        new FieldTrace("heatmap", z)
        {
            Limits = limits,
            Colors = limits.From < 0 && bar is null ? Palette.Diverging : Palette.Positive,
            ShowScale = showScale,
            ["colorbar"] = bar,
            ["xgap"] = 2,
            ["ygap"] = 2,
            Axes = panel,
            Hover = $"row %{{y}}, column %{{x}}: {(bar is null ? "%{z}" : "10^%{z:.2f}")}<extra></extra>",
        };

    private static Picture HeatMapPicture(NamedCells[] maps, Layout layout, int lines, int digits)
    {
        double[] entries = [.. maps.SelectMany(map => map.Entries)];
        double largest = entries.Max(Math.Abs), limit = largest > 0 ? largest : 1;
        int rows = maps.Max(map => map.Height);
        bool isSigned = largest == 0 || entries.Any(entry => entry < 0);
        List<Trace> traces = [.. maps.Select((map, k) =>
            Cells(map.Z, (isSigned ? -limit : 0, limit), panel: k, showScale: k == maps.Length - 1))];
        foreach ((int k, NamedCells map) in maps.Index())
        {
            if (Math.Max(map.Height, map.Width) <= MaxSizeWithNumbers)
                traces.Add(CellTexts(map.Z, limit, map.Entries.Select(entry => InCell(entry, digits)), panel: k));
        }
        layout.Margin = (40, 16, maps.Length > 1 ? 36 : 12, 32);
        Figure figure = new(traces, layout)
        {
            Height = lines * Math.Clamp(110 + (44 * rows), lines == 1 ? 190 : 150, 560),
            MinimumWidth = rows > MaxSizeWithNumbers ? 0
                : 50 + (MapWidth(maps) * (int)Math.Ceiling(maps.Length / (double)lines)),
        };
        string shapes = string.Join("; ", maps.Select(map => $"{map.Size}, {Extent(map.Entries)}"));
        return Picture.Of(
            figure, $"Heat map: {shapes}. "
            + $"{(isSigned ? "Blue is negative, orange positive" : "The more orange, the larger")}.");
    }

    private static Picture LogarithmicHeatMap(NamedCells map, Layout layout)
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
        layout.Margin = (40, 16, 12, 32);
        Figure figure =
            new([Cells(logarithms, (low, high), bar: new() { Powers = Enumerable.Range(first, powers) })], layout)
            {
                Height = Math.Clamp(110 + (44 * map.Height), 190, 560),
            };
        string extent = $"from {NumberText.Plain(positive.Min())} to {NumberText.Plain(positive.Max())}";
        return Picture.Of(
            figure,
            $"Heat map on a logarithmic scale: {map.Size}, entries above 0 {extent}. "
                + "The more orange, the larger; an empty cell is 0.");
    }

    private static Trace CellTexts(
        double[][] z, double limit, IEnumerable<string> texts, int panel)
    {
        (double X, double Y, double Entry)[] cells =
            [.. z.SelectMany((row, y) => row.Select((entry, x) => ((double)x, (double)y, entry)))];
        return new("scatter")
        {
            Mode = "text",
            Hover = "",
            ShowLegend = false,
            Axes = panel,
            X = cells.Select(cell => cell.X),
            Y = cells.Select(cell => cell.Y),
            Labels = texts,
            ["textfont"] = new Font(12)
            {
                ["color"] = FigureValues.Texts(cells.Select(cell =>
                    Palette.TextOn(cell.Entry < 0 ? Palette.Blue : Palette.Orange, Math.Abs(cell.Entry) / limit))),
            },
        };
    }

    // As many significant digits as fit, and at least the first one of a small number.
    private static string InCell(double value, int digits)
    {
        if (digits > 3 || value == 0)
            return NumberText.Html(SignificantDigits.Round(value, digits));
        int first = -(int)Math.Floor(Math.Log10(Math.Abs(value)));   // the decimal place of the first digit
        int decimals = Math.Min(digits - 1 + first, Math.Max(digits - 1, first));
        return NumberText.Html(Math.Round(value, Math.Clamp(decimals, 0, 15)));
    }

    private static string Extent(IEnumerable<double> entries)
    {
        (double low, double high) = Intervals.Of(entries);
        return low == high ? $"all entries {NumberText.Html(low)}"
            : $"entries from {NumberText.Html(low)} to {NumberText.Html(high)}";
    }

    private static void CheckNames(IReadOnlyList<string>? names, int count, string what)
    {
        if (names is not null && names.Count != count)
            throw new ArgumentException(
                $"There are {names.Count} {what} names and {count} {what}s.", nameof(names));
    }
}
