namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    // The number of points of the common grid for runs with different x values.
    private const int CommonPoints = 120;

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
        LineAxes axes = new(x, y, LogX: false, logY);
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
            return new Band(one.Name, [.. Enumerable.Range(first, runs[0].Length).Select(i => (double)i)], runs, axes);
        })];
        return BandsPicture(bands, axes).WithTitle(title);
    }

    /// <summary>The mean of several runs as a line and a band from the smallest to the largest, for runs with different
    /// x values, such as the seconds at which the values were measured.</summary>
    /// <param name="series">A name and the runs of each series: x values that do not decrease, and the y at
    /// each.</param>
    /// <param name="x">Label of the horizontal axis, with its unit.</param>
    /// <param name="y">Label of the vertical axis, with its unit.</param>
    /// <param name="title">The title.</param>
    /// <param name="logY">Whether the vertical axis is logarithmic.</param>
    /// <remarks>
    /// Runs with the same x values are drawn at these. Otherwise, each run is interpolated linearly on a common grid,
    /// from the latest start to the earliest end of a run: only there does every run have a value.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no series or no run, a run is empty or has a value that the axis
    /// cannot show, a run does not have as many x as y values or its x values decrease, or the runs have no common
    /// range of x.</exception>
    public static Picture Bands(
        IEnumerable<(string Name, IEnumerable<(double[] X, double[] Y)> Runs)> series, string x = "time (s)",
        string y = "value", string title = "", bool logY = false)
    {
        LineAxes axes = new(x, y, LogX: false, logY);
        Band[] bands =
            [.. Checked.NotEmpty(series, "series")
            .Select(one => OnCommonGrid(one.Name, [.. Checked.NotEmpty(one.Runs, $"runs of '{one.Name}'")], axes))];
        return BandsPicture(bands, axes).WithTitle(title);
    }

    private static string RunName(string series, int run) => $"Run {run} of '{series}'";

    private static Band OnCommonGrid(string name, (double[] X, double[] Y)[] runs, LineAxes axes)
    {
        for (int i = 0; i < runs.Length; i++)
        {
            double[] places = Checked.Numbers(
                runs[i].X, $"The horizontal axis of run {i} of '{name}'"),
                values = Checked.Numbers(runs[i].Y, RunName(name, i), positive: axes.LogY);
            if (places.Length != values.Length)
                throw new ArgumentException(
                    $"{RunName(name, i)} has {places.Length} values on the horizontal axis and {values.Length} on "
                    + $"the vertical: the counts must match.", nameof(runs));
            int falling = Enumerable.Range(1, places.Length - 1).FirstOrDefault(k => places[k] < places[k - 1]);
            if (falling > 0)
                throw new ArgumentException(
                    $"{RunName(name, i)} decreases on the horizontal axis from {NumberText.Plain(places[falling - 1])} "
                    + $"to {NumberText.Plain(places[falling])} at index {falling}.", nameof(runs));
        }
        if (runs.All(run => run.X.SequenceEqual(runs[0].X)))
            return new(name, runs[0].X, [.. runs.Select(run => run.Y)], axes);
        double from = runs.Max(run => run.X[0]), to = runs.Min(run => run.X[^1]);
        if (from > to)
            throw new ArgumentException(
                $"The runs of '{name}' have no common range: one begins at {NumberText.Plain(from)} and one ends at "
                + $"{NumberText.Plain(to)}.", nameof(runs));
        double[] common = from == to ? [from] : Intervals.EvenlySpaced(from, to, CommonPoints);
        double[][] interpolated =
            [.. runs.Select(run => common.Select(place => Interpolated(run.X, run.Y, place)).ToArray())];
        return new(name, common, interpolated, axes);
    }

    /// <summary>Linear interpolation between the neighbours.</summary>
    private static double Interpolated(double[] x, double[] y, double place)
    {
        int found = Array.BinarySearch(x, place);
        if (found >= 0)
            return y[found];
        int after = Math.Clamp(~found, 1, x.Length - 1);
        double part = (place - x[after - 1]) / (x[after] - x[after - 1]);
        return y[after - 1] + (Math.Clamp(part, 0, 1) * (y[after] - y[after - 1]));
    }

    private static Picture BandsPicture(Band[] bands, LineAxes axes)
    {
        // All bands are drawn behind all lines.
        FigurePart[] traces =
            [.. bands.Select((band, k) => band.Area(k)), .. bands.Select((band, k) => band.MeanLine(k))];
        return Picture.Of(axes.ToFigure(traces))
            .WithCaption("Lines: the mean of all runs. Bands: from the smallest run to the largest.");
    }
}
