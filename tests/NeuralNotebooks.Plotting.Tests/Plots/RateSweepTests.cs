using System.Text.Json;

namespace NeuralNotebooks.Plotting.Tests;

public class RateSweepTests
{
    private static readonly (string, IEnumerable<(double, IEnumerable<double>)>) _adam =
        ("Adam",
            [(0.1, [0.02, 0.04]), (0.001, [1.0, 2.0]), (1.0, [0.001, double.NaN]),
            (10.0, [double.PositiveInfinity, double.NaN])]);

    [Fact]
    public void The_best_rate_is_ringed_and_named_among_those_at_which_nothing_diverged()
    {
        Page page = Page.Of(Plot.RateSweep([_adam]));
        JsonElement ring = page.Trace("best");

        Assert.Equal((0.1, 0.03), (ring.Number("x[0]"), ring.Number("y[0]")));
        Assert.Equal("<b>Adam: best at 0.1</b>", page.Layout.Text("annotations[0].text"));
    }

    [Fact]
    public void Every_run_that_converged_is_a_point_and_the_mean_has_a_gap_where_one_diverged()
    {
        Page page = Page.Of(Plot.RateSweep([_adam]));

        Assert.Equal([0.001, 0.001, 0.1, 0.1, 1], page.Trace("one run").Numbers("x"));
        Assert.Equal([0.001, 0.1, 1, 10], page.Trace("mean").Numbers("x"));
        Assert.Equal(
            [1.5, 0.03, double.NaN, double.NaN],
            page.Trace("mean").Numbers("y").Select(mean => Math.Round(mean, 9)));
    }

    [Fact]
    public void Diverged_runs_are_plotted_above_all_others_and_inside_the_picture()
    {
        Page page = Page.Of(Plot.RateSweep([_adam]));
        JsonElement crosses = page.Trace("diverged"), range = page.Layout.At("yaxis.range");

        Assert.Equal([1, 10], crosses.Numbers("x"));
        Assert.All(crosses.Numbers("y"), height => Assert.InRange(height, 2.0001, Math.Pow(10, range[1].GetDouble())));
        Assert.Equal("1 of 2 diverged", crosses.Text("text[0]"));
    }

    [Fact]
    public void A_loss_above_the_limit_has_diverged()
    {
        Page page = Page.Of(Plot.RateSweep([("SGD", [(0.1, [0.5]), (1.0, [1e30])])], limit: 100));

        Assert.Equal([1], page.Trace("diverged").Numbers("x"));
        Assert.Equal([0.1], page.Trace("one run").Numbers("x"));
    }

    [Fact]
    public void Where_every_rate_diverges_there_is_no_best_one()
    {
        Page page = Page.Of(Plot.RateSweep([("SGD", [(0.1, [double.NaN]), (1.0, [double.PositiveInfinity])])]));

        Assert.DoesNotContain(page.Traces, trace => trace.Text("name") == "best");
    }

    [Fact]
    public void Four_optimizers_are_two_by_two_with_one_legend_and_rates_on_logarithmic_axes()
    {
        Page page = Page.Of(Plot.RateSweep(new[] { "a", "b", "c", "d" }.Select(name => (name, _adam.Item2))));

        Assert.Equal("log", page.Layout.Text("xaxis4.type"));
        Assert.Equal(page.Layout.At("xaxis.domain").GetRawText(), page.Layout.At("xaxis3.domain").GetRawText());
        Assert.Equal(page.Layout.At("yaxis.domain").GetRawText(), page.Layout.At("yaxis2.domain").GetRawText());
        Assert.Equal(4, page.Traces.Count(trace => trace.Flag("showlegend")));
    }
}
