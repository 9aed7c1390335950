using System.Xml.Linq;
using static NeuralNotebooks.Plotting.Tests.Refusals;

namespace NeuralNotebooks.Plotting.Tests;

public class LineByHandTests
{
    private static readonly double[] _x = [1.4, 4.7, 6, 5.1, 1.3], _y = [0.2, 1.4, 2.5, 1.9, 0.3];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, -1)]
    [InlineData(-0.095, 0.35)]
    [InlineData(0.75, -0.55)]
    public void The_script_computes_what_the_library_does(double w, double b) => Drawn(w, b).AssertScriptAgrees();

    [Fact]
    public void At_the_best_line_the_slopes_are_zero()
    {
        DrawnFigure first = Drawn(0, 0);
        double mx = _x.Average(), my = _y.Average();
        double w = _x.Zip(_y, (x, y) => (x - mx) * (y - my)).Sum() / _x.Sum(x => (x - mx) * (x - mx));

        DrawnFigure best = Drawn(w, my - w * mx);

        Assert.True(double.Parse(best.Text("loss"), null) < double.Parse(first.Text("loss"), null));
        Assert.All(["dw", "db"], slope => Assert.Matches("^(0|−?[0-9.]+e−1[0-9])$", best.Text(slope)));
    }

    [Fact]
    public void By_hand_the_loss_of_a_flat_line_is_half_the_mean_square()
    {
        DrawnFigure drawn = new(Plot.LineByHand([0, 1], [1, 3], (-1, 3), (-1, 3), 0.5));
        Assert.Equal(["2.5", "−1.5", "−2"], new[] { "loss", "dw", "db" }.Select(drawn.Text));
        Assert.Equal(["0.75", "1"], new[] { "w-next", "b-next" }.Select(drawn.Text));
    }

    [Fact]
    public void Without_scripts_the_drawing_has_no_control_that_does_nothing()
    {
        DrawnFigure drawn = Drawn(0, 0);
        Assert.DoesNotContain(
            drawn.Markup.Descendants(), element => element.Attribute("tabindex") is not null);
        XElement controls =
            drawn.Markup.Descendants().Single(element => element.Attribute("data-nn-controls") is not null);
        Assert.Contains("display:none", (string?)controls.Attribute("style"), StringComparison.Ordinal);
    }

    [Fact]
    public void Points_that_allow_no_best_line_are_refused()
    {
        Refused("none is the best", () => Plot.LineByHand([2, 2], [1, 3], (0, 1), (0, 1), 0.1));
        Refused("2 values of x and 1 of y", () => Plot.LineByHand([1, 2], [1], (0, 1), (0, 1), 0.1));
        Refused("from 1 to 0 is empty", () => Plot.LineByHand([1, 2], [1, 2], (1, 0), (0, 1), 0.1));
    }

    private static DrawnFigure Drawn(double w, double b) =>
        new(Plot.LineByHand(_x, _y, (-0.1, 0.75), (-0.55, 0.35), 0.1, (w, b), "length (cm)", "width (cm)"));
}
