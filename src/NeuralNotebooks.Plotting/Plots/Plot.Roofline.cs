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
        return RooflineFigure.Of(peak, limits, points).WithTitle(title);
    }
}
