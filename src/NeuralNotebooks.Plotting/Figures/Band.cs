namespace NeuralNotebooks.Plotting;

/// <summary>Several runs over the same x: mean, smallest and largest value at each.</summary>
internal sealed class Band(string name, double[] x, double[][] runs)
{
    /// <summary>Along the largest values and back along the smallest.</summary>
    public FigurePart Area(int number) =>
        Line(Each(Enumerable.Max).Concat(Each(Enumerable.Min).Reverse()), Stroke(width: 0), name, showLegend: false)
        .With(new()
        {
            ["legendgroup"] = name,
            ["hoverinfo"] = "skip",
            ["fill"] = "toself",
            ["fillcolor"] = Palette.Faint(Palette.Of(number), 0.2),
        });

    public FigurePart MeanLine(int number, LineAxes axes) =>
        new Curve(name, x, [.. Each(Enumerable.Average).Select(point => point.Y)]).CheckedOn(axes).ToTrace(number)
        .With(new() { ["legendgroup"] = name });

    private IEnumerable<Point> Each(Func<IEnumerable<double>, double> of) =>
        x.Select((place, i) => (place, of(runs.Select(run => run[i]))));
}
