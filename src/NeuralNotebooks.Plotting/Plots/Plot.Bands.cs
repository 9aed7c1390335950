namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>The mean of several runs as a line and a band from the smallest to the largest: <c>Plot.Bands([("Adam",
    /// lossesOfFiveSeeds)], x: "epoch", y: "loss")</c>.</summary>
    /// <param name="series">A name and the runs of each series, all of the same length.</param>
    /// <param name="x">Label of the horizontal axis, with its unit: the values are plotted at <paramref name="first"/>,
    /// <paramref name="first"/> + 1, and so on.</param>
    /// <param name="y">Label of the vertical axis, with its unit.</param>
    /// <param name="title">The title.</param>
    /// <param name="logY">Whether the vertical axis is logarithmic.</param>
    /// <param name="first">Where the first value of each run is plotted: 0 if it was measured before training, 1 if
    /// after the first epoch.</param>
    /// <exception cref="ArgumentException">There is no series or no run, a run is empty or of another length, or has a
    /// value that the axis cannot show.</exception>
    public static Picture Bands(
        IEnumerable<(string Name, IEnumerable<double[]> Runs)> series, string x = "epoch", string y = "value",
        string title = "", bool logY = false, int first = 0)
    {
        LineAxes axes = new(x, y, logY);
        Band[] bands = [.. Checked.NotEmpty(series, "series").Select(one =>
        {
            double[][] runs =
                [.. Checked.NotEmpty(one.Runs, $"runs of '{one.Name}'")
                .Select((run, i) => Checked.Numbers(run, RunName(one.Name, i), positive: logY))];
            int other = Array.FindIndex(runs, run => run.Length != runs[0].Length);
            if (other >= 0)
                throw new ArgumentException(
                    $"{RunName(one.Name, other)} has {runs[other].Length} values and run 0 has "
                    + $"{runs[0].Length}: the runs of a band must have the same length.", nameof(series));
            return new Band(one.Name, [.. Enumerable.Range(first, runs[0].Length).Select(i => (double)i)], runs);
        })];
        // All bands are drawn behind all lines.
        FigurePart[] traces =
            [.. bands.Select((band, k) => band.Area(k)), .. bands.Select((band, k) => band.MeanLine(k, axes))];
        Figure figure = axes.ToFigure(traces);
        return Picture.Of(figure).WithTitle(title)
            .WithCaption("Lines: the mean of all runs. Bands: from the smallest run to the largest.");
    }

    private static string RunName(string series, int run) => $"Run {run} of '{series}'";
}
