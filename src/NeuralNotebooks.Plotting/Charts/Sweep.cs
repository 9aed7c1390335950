namespace NeuralNotebooks.Plotting;

internal sealed class Sweep
{
    private readonly string _optimizer;
    private readonly Runs[] _rates;

    // The rate with the smallest mean among those at which nothing diverged, if there is one.
    private readonly Runs? _best;

    private sealed record Runs(double Rate, double[] Converged, int Diverged)
    {
        /// <summary>The mean loss; NaN if a run diverged, since a mean over the other runs alone would make the rate
        /// look better than it is.</summary>
        public double Mean => Diverged == 0 ? Converged.Average() : double.NaN;

        public string Share => $"{Diverged} of {Diverged + Converged.Length}";
    }

    /// <exception cref="ArgumentException">A rate is not positive, has no loss, or has one that a logarithmic axis
    /// cannot show.</exception>
    public Sweep(string optimizer, (double Rate, IEnumerable<double> Losses)[] given, double limit, bool logarithmic)
    {
        _optimizer = optimizer;
        Checked.Numbers(given.Select(one => one.Rate), $"A rate of '{optimizer}'", positive: true);
        _rates = [.. given.OrderBy(one => one.Rate).Select(one =>
        {
            string where = $"losses of '{optimizer}' at rate {NumberText.Plain(one.Rate)}";
            double[] losses = Checked.NotEmpty(one.Losses, where);
            double[] converged = [.. losses.Where(loss => double.IsFinite(loss) && loss <= limit)];
            int invalid = Array.FindIndex(losses, loss => logarithmic && double.IsFinite(loss) && loss <= 0);
            return invalid < 0
                ? new Runs(one.Rate, converged, losses.Length - converged.Length)
                : throw new ArgumentException(
                    $"Among the {where} is {NumberText.Plain(losses[invalid])}: a logarithmic axis shows only "
                    + $"positive numbers.", nameof(given));
        })];
        _best = _rates.Where(rate => rate.Diverged == 0).MinBy(rate => rate.Mean);
    }

    public IEnumerable<double> Converged => _rates.SelectMany(rate => rate.Converged);

    public bool AnyDiverged => _rates.Any(rate => rate.Diverged > 0);

    public string PanelTitle() => _best is { } best ? $"{_optimizer}: best at {NumberText.Html(best.Rate)}"
        : $"{_optimizer}: no rate at which all runs converge";

    /// <summary>A point for each run, the line of means, a ring around the best rate, and at the height
    /// <paramref name="edge"/> a cross for each rate at which a run diverged.</summary>
    public IEnumerable<FigurePart> Layers(double edge)
    {
        Point[] runs =
            [.. _rates.SelectMany(rate => rate.Converged.Select(loss => (rate.Rate, loss)))];
        if (runs.Length > 0)
            yield return Points(runs, Marker(Palette.Of(0), 7, opacity: 0.45), "one run");
        if (_best is { } best)
        {
            yield return Line(_rates.Select(rate => (rate.Rate, rate.Mean)), Stroke(Palette.Of(0), 2.5), "mean");
            yield return Rings("best", [(best.Rate, best.Mean)]);
        }
        Runs[] bad = [.. _rates.Where(rate => rate.Diverged > 0)];
        if (bad.Length > 0)
        {
            yield return Points(bad.Select(rate => (rate.Rate, edge)), Marker(Palette.Of(1), 9, "x"), "diverged")
                .With(new() { ["text"] = bad.Select(rate => $"{rate.Share} diverged") });
        }
    }
}
