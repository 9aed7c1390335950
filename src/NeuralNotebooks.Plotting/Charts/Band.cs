namespace NeuralNotebooks.Plotting;

/// <summary>Several runs over the same x: mean, smallest and largest value at each.</summary>
internal sealed class Band
{
    public Band(string name, double[] x, double[][] runs, LineAxes axes)
    {
        Mean = new Curve(name, x, [.. x.Select((_, i) => runs.Average(run => run[i]))]).CheckedOn(axes);
        Low = [.. x.Select((_, i) => runs.Min(run => run[i]))];
        High = [.. x.Select((_, i) => runs.Max(run => run[i]))];
    }

    public Curve Mean { get; }

    public double[] Low { get; }

    public double[] High { get; }

    /// <summary>Along the largest values and back along the smallest.</summary>
    public FigurePart Area(int number) =>
        Line(Mean.X.Zip(High).Concat(Mean.X.Zip(Low).Reverse()), Stroke(width: 0), Mean.Name, showLegend: false)
        .With(new()
        {
            ["legendgroup"] = Mean.Name,
            ["hoverinfo"] = "skip",
            ["fill"] = "toself",
            ["fillcolor"] = Palette.Faint(Palette.Of(number), 0.2),
        });

    public FigurePart MeanLine(int number) => Mean.ToTrace(number).With(new() { ["legendgroup"] = Mean.Name });
}
