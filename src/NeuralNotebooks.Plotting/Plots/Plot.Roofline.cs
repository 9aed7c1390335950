namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>A roofline chart: the attainable speed over the operations per byte, and the measured speed of some
    /// pieces of work, on logarithmic axes.</summary>
    /// <remarks>
    /// The speed is limited by the peak of the processor (the flat roof) and by the bandwidth of a memory (the slopes):
    /// <code>
    /// speed ≤ min(peak, intensity · bandwidth)
    /// </code>
    /// S. Williams, A. Waterman, D. Patterson, "Roofline: an insightful visual performance model for multicore
    /// architectures", Communications of the ACM 52(4), 2009.
    /// </remarks>
    /// <param name="peak">The peak of the processor, in GFLOP/s.</param>
    /// <param name="memories">A name and the bandwidth in GB/s of each memory.</param>
    /// <param name="work">A name, the operations per byte, and the speed in GFLOP/s of each piece of work.</param>
    /// <param name="title">The title.</param>
    /// <exception cref="ArgumentException">There is no memory or no work, or a number is not above 0.</exception>
    public static Picture Roofline(
        double peak, IEnumerable<(string Name, double Bandwidth)> memories,
        IEnumerable<(string Name, double Intensity, double Speed)> work, string title = "Roofline")
    {
        (string Name, double Bandwidth)[] slopes = [.. Checked.NotEmpty(memories, "memories")];
        (string Name, double Intensity, double Speed)[] points = [.. Checked.NotEmpty(work, "pieces of work")];
        Checked.Numbers([peak], "The peak", positive: true);
        Checked.Numbers(slopes.Select(slope => slope.Bandwidth), "The bandwidth", positive: true);
        Checked.Numbers(points.Select(point => point.Intensity), "The intensity", positive: true);
        Checked.Numbers(points.Select(point => point.Speed), "The speed", positive: true);

        double[] ridges = [.. slopes.Select(slope => peak / slope.Bandwidth)];
        double left = Math.Min(points.Min(point => point.Intensity), ridges.Min()) / 3,
            right = 3 * Math.Max(points.Max(point => point.Intensity), ridges.Max());
        double low = Math.Min(
            points.Min(point => point.Speed), slopes.Min(slope => slope.Bandwidth) * left) / 1.5,
            high = 2 * Math.Max(peak, points.Max(point => point.Speed));
        Trace[] traces =
        [
            Roof($"peak, {NumberText.Html(Math.Round(peak))} GFLOP/s", [(ridges.Min(), peak), (right, peak)], 0),
            .. slopes.Select((slope, k) => Roof(
                $"{slope.Name}, {NumberText.Html(Math.Round(slope.Bandwidth))} GB/s",
                [(left, slope.Bandwidth * left), (ridges[k], peak)], k + 1)),
            .. points.Select((point, k) => new PointTrace(
                [(point.Intensity, point.Speed)], new(Palette.Of(k), 11, Palette.Symbol(k + (k / Palette.Count))))
            {
                Name = point.Name,
            }),
        ];
        Figure figure = new(traces, new Layout
        {
            XAxis = Framed(left, right, "operations per byte"),
            YAxis = Framed(low, high, "GFLOP/s"),
        })
        { Height = 460 };
        string roofs =
            string.Join(", ", slopes.Select(slope => $"{slope.Name} {NumberText.Plain(slope.Bandwidth)} GB/s"));
        string done = string.Join(
            "; ", points.Select(
                point =>
                $"{point.Name}, {NumberText.Plain(point.Intensity)} operations per byte, "
                + $"{NumberText.Plain(point.Speed)} GFLOP/s"));
        return Picture.Of(
            figure, $"Roofline, both axes logarithmic. The roof: {NumberText.Plain(peak)} GFLOP/s; {roofs}. Under "
            + $"it: {done}.")
            .WithTitle(title)
                .WithCaption(
                    "The flat roof is the processor's peak, a slope the bandwidth of a memory. No point can lie "
                    + "above them.");
    }

    private static Axis Framed(double low, double high, string title)
    {
        Axis axis = Axis.Scaled(logarithmic: true, title);
        axis.Range = (Math.Log10(low), Math.Log10(high));
        return axis;
    }

    private static LineTrace Roof(string name, Point[] points, int number) =>
        new(points, new(Palette.Ink, 2, Palette.Dash(number))) { Name = name, ShowLegend = true };
}
