namespace NeuralNotebooks.Plotting;

/// <summary>Several runs over the same x: mean, smallest and largest value at each.</summary>
internal sealed class Band
{
    private readonly int _runs;

    public Band(string name, double[] x, double[][] runs)
    {
        (Name, X, _runs) = (name, x, runs.Length);
        Mean = [.. x.Select((_, i) => runs.Average(run => run[i]))];
        Low = [.. x.Select((_, i) => runs.Min(run => run[i]))];
        High = [.. x.Select((_, i) => runs.Max(run => run[i]))];
    }

    public string Name { get; }

    public double[] X { get; }

    public double[] Mean { get; }

    public double[] Low { get; }

    public double[] High { get; }

    /// <summary>Along the largest values and back along the smallest.</summary>
    public Trace Area(int number) => new LineTrace(X.Concat(X.Reverse()), High.Concat(Low.Reverse()), new(width: 0))
    {
        Name = Name,
        ShowLegend = false,
        LegendGroup = Name,
        Hover = "",
        ["fill"] = "toself",
        ["fillcolor"] = Palette.Faint(Palette.Of(number), 0.2),
    };

    public Trace MeanLine(int number) =>
        new LineTrace(X, Mean, new(Palette.Of(number), dash: Palette.Dash(number)), markers: X.Length <= 12)
        {
            Name = Name,
            ShowLegend = true,
            LegendGroup = Name,
            Marker = new(symbol: Palette.Symbol(number)),
        };

    public string InWords() =>
        Invariant($"{Name}, {_runs} {(_runs == 1 ? "run" : "runs")}, mean from {NumberText.Plain(Mean[0])} at "
            + $"{NumberText.Plain(X[0])} to {NumberText.Plain(Mean[^1])} at {NumberText.Plain(X[^1])}, at the end "
            + $"between {NumberText.Plain(Low[^1])} and {NumberText.Plain(High[^1])}");
}
