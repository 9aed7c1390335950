namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>The loss that each optimizer reaches at each learning rate: a panel for each optimizer, a point for
    /// each seed, the mean as a line, a ring around the best rate, and a cross at the top for each rate at which a run
    /// diverged.</summary>
    /// <param name="sweeps">A name for each optimizer, and the loss that each seed reached at each rate: smaller is
    /// better.</param>
    /// <param name="y">Label of the vertical axes, with the unit.</param>
    /// <param name="title">The title.</param>
    /// <param name="logY">Whether the vertical axes are logarithmic.</param>
    /// <param name="limit">A loss above this has diverged, as have infinity and NaN.</param>
    /// <remarks>The best rate is the one with the smallest mean among those at which no seed diverged.</remarks>
    /// <exception cref="ArgumentException">There is no optimizer, one has no rate or a rate that is not positive, a
    /// rate has no loss, or a logarithmic axis cannot show one.</exception>
    public static Picture RateSweep(
        IEnumerable<(string Optimizer, IEnumerable<(double Rate, IEnumerable<double> Losses)> Rates)> sweeps,
        string y = "loss", string title = "", bool logY = true, double limit = double.PositiveInfinity)
    {
        Sweep[] all =
            [.. Checked.NotEmpty(sweeps, "optimizers").Select(sweep => new Sweep(
                sweep.Optimizer, Checked.NotEmpty(sweep.Rates, $"rates of '{sweep.Optimizer}'"), limit, logY))];
        double[] losses =
            [.. all.SelectMany(sweep => sweep.Converged),
            .. double.IsFinite(limit) && !all.Any(sweep => sweep.Converged.Any()) ? [limit] : Array.Empty<double>()];
        (double low, double high) = losses.Length > 0 ? Intervals.Of(losses) : (1, 1);
        bool anyDiverged = all.Any(sweep => sweep.AnyDiverged);
        (double from, double to, double edge) = Span(low, high, logY, anyDiverged);

        LineAxes axes = new("learning rate", y, LogX: true, logY);
        PanelGrid grid = new(axes);
        foreach (Sweep sweep in all)
            grid.Add(sweep.PanelTitle(), sweep.Layers(edge));
        return Picture.Of(grid.ToFigure((from, to))).WithTitle(title).WithCaption(
            "Each point is one run. The line is the mean where no run diverged, the ring marks the learning rate with "
            + $"the smallest mean.{(anyDiverged ? " Diverged runs are marked at the top." : "")}");
    }

    /// <summary>The range of the axis (of logarithms on a logarithmic axis), and the value at which crosses are drawn:
    /// above all others, just below the edge.</summary>
    private static (double From, double To, double Edge) Span(double low, double high, bool logarithmic, bool crosses)
    {
        if (logarithmic)
            (low, high) = (Math.Log10(low), Math.Log10(high));
        double span = high > low ? high - low : 1, edge = high + (0.12 * span);
        return (low - (0.08 * span), high + ((crosses ? 0.2 : 0.08) * span), logarithmic ? Math.Pow(10, edge) : edge);
    }
}
