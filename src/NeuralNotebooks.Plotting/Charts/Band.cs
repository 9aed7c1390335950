namespace NeuralNotebooks.Plotting;

/// <summary>Several runs over the same x: mean, smallest and largest value at each.</summary>
internal sealed class Band
{
    private readonly int _runs;

    public Band(string name, double[] x, double[][] runs, LineAxes axes)
    {
        _runs = runs.Length;
        Mean = new(name, x, x.Select((_, i) => runs.Average(run => run[i])), axes);
        Low = [.. x.Select((_, i) => runs.Min(run => run[i]))];
        High = [.. x.Select((_, i) => runs.Max(run => run[i]))];
    }

    public LineSeries Mean { get; }

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

    public string InWords() =>
        $"{Mean.Name}, {_runs} {(_runs == 1 ? "run" : "runs")}, mean from {NumberText.Plain(Mean.Y[0])} at "
            + $"{NumberText.Plain(Mean.X[0])} to {NumberText.Plain(Mean.Y[^1])} at {NumberText.Plain(Mean.X[^1])}, "
            + $"at the end between {NumberText.Plain(Low[^1])} and {NumberText.Plain(High[^1])}";
}
