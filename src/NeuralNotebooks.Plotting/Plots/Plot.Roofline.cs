namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>The roofline model: the limits of a machine, which are a flat roof and slopes, and pieces of work as
    /// points under them: <c>Plot.Roofline(100, [("main memory", 10)], [("dot product", 0.25, 2.4)])</c>. Names are
    /// written at the points; points that lie on each other share a label.</summary>
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
        double left = across.Min() / 2, right = across.Max() * 3;
        Interval up = (Math.Log10(Math.Min(points.Min(p => p.Speed), left * limits[0].Bandwidth) / 2.5),
            Math.Log10(Math.Max(points.Max(p => p.Speed), peak) * 1.6));
        FigurePart[] traces =
        [
            .. limits.Select((limit, k) => Line(
                [(left, left * limit.Bandwidth), (peak / limit.Bandwidth, peak), (right, peak)],
                Stroke(Palette.Of(0), 2, Palette.Dash(k)), limit.Name)),
            Points(points.Select(p => (p.Intensity, p.Speed)), Marker(Palette.Of(1), 10), "work").With(new()
            {
                ["mode"] = "markers+text",
                ["showlegend"] = false,
                ["text"] = points.Select(LabelOf),
                ["textposition"] = points.Select(PositionOf),
            }),
        ];
        return Picture.Of(new Figure(traces, new()
        {
            ["xaxis"] = Axis.Scaled(true, "operations per byte", (Math.Log10(left), Math.Log10(right))),
            ["yaxis"] = Axis.Scaled(true, "GFLOP/s", up),
            ["showlegend"] = limits.Length > 1,
        })
        { Height = 440 }).WithTitle(title);

        // The first of the points that lie on each other has the names of all, the others have no label.
        string? LabelOf((string Name, double Intensity, double Speed) point) =>
            Verbatim(string.Join(", ", points.Where(p => FirstNear(p) == point).Select(p => p.Name)));

        (string Name, double Intensity, double Speed) FirstNear((string Name, double Intensity, double Speed) point) =>
            points.First(p => AreNear(p.Intensity, point.Intensity, 1.1) && AreNear(p.Speed, point.Speed, 1.1));

        // A label stands below a limit that is close to its point, and between two slopes below its point. Labels of
        // points above each other stand on either side in turn.
        string PositionOf((string Name, double Intensity, double Speed) point)
        {
            if (point.Intensity < peak / limits[0].Bandwidth)
                return limits.Length == 1 ? "bottom right" : "bottom center";
            bool isRightmost = point.Intensity == points.Max(p => p.Intensity);
            int below = points.Count(p => p.Intensity == point.Intensity && p.Speed < point.Speed);
            return (AreNear(point.Speed, peak, 1.4) ? "bottom" : "middle")
                + (isRightmost == (below % 2 == 0) ? " right" : " left");
        }

        static bool AreNear(double a, double b, double factor) => Math.Max(a, b) < factor * Math.Min(a, b);
    }
}
