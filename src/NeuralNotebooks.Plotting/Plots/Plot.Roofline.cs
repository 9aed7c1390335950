namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>The roofline model: the limits of a machine, which are a flat roof and slopes, and pieces of work as
    /// points under them: <c>Plot.Roofline(100, [("main memory", 10)], [("dot product", 0.25, 2.4)])</c>.</summary>
    /// <param name="peak">The roof: the largest number of operations in a second, in GFLOP/s.</param>
    /// <param name="slopes">Where numbers come from, and how fast, in GB/s.</param>
    /// <param name="work">Pieces of work: their operations per byte, and how fast they were, in GFLOP/s.</param>
    /// <param name="title">The title.</param>
    /// <exception cref="ArgumentException">There is no slope or no work, or a number is not positive.</exception>
    public static Picture Roofline(
        double peak, IEnumerable<(string Name, double Bandwidth)> slopes,
        IEnumerable<(string Name, double Intensity, double Speed)> work, string title = "")
    {
        (string Name, double Bandwidth)[] limits = [.. Checked.NotEmpty(slopes, "slopes").OrderBy(s => s.Bandwidth)];
        (string Name, double Intensity, double Speed)[] points = Checked.NotEmpty(work, "pieces of work");
        Checked.Numbers([peak], "The roof", positive: true);
        Checked.Numbers(limits.Select(limit => limit.Bandwidth), "The bandwidth", positive: true);
        Checked.Numbers(points.Select(p => p.Intensity), "The intensity", positive: true);
        Checked.Numbers(points.Select(p => p.Speed), "The speed", positive: true);

        double[] across = [.. points.Select(p => p.Intensity), .. limits.Select(limit => peak / limit.Bandwidth)];
        double left = across.Min() / 4, right = across.Max() * 4;
        Interval up = (Math.Log10(Math.Min(points.Min(p => p.Speed), left * limits[0].Bandwidth) / 1.5),
            Math.Log10(Math.Max(points.Max(p => p.Speed), peak) * 1.6));
        FigurePart[] traces =
        [
            .. limits.Select((limit, k) => Line(
                [(left, left * limit.Bandwidth), (peak / limit.Bandwidth, peak), (right, peak)],
                Stroke(Palette.Of(0), 2, Palette.Dash(k)), limit.Name, showLegend: true)),
            .. points.Select((p, k) => Points(
                [(p.Intensity, p.Speed)],
                // After six points colours and symbols begin again: these are open.
                k < Palette.Symbols.Length
                    ? Marker(Palette.Of(k + 1), 10, Palette.Symbol(k), line: Stroke(Palette.Ground, 1))
                    : Marker(Palette.Of(k + 1), 10, $"{Palette.Symbol(k)}-open"),
                p.Name, showLegend: true)),
        ];
        return Picture.Of(new Figure(traces, new()
        {
            ["xaxis"] = Axis.Scaled(true, "operations per byte", (Math.Log10(left), Math.Log10(right))),
            ["yaxis"] = Axis.Scaled(true, "GFLOP/s", up),
        })
        { Height = 440 }).WithTitle(title);
    }
}
