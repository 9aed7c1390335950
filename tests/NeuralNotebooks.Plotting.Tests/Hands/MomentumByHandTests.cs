using static NeuralNotebooks.Plotting.Tests.Refusals;

namespace NeuralNotebooks.Plotting.Tests;

public class MomentumByHandTests
{
    [Theory]
    [InlineData(0.0769, 0)]
    [InlineData(0.2, 0.44)]
    [InlineData(0.3, 0.7)]
    [InlineData(0.005, 0.8)]
    [InlineData(0.5, 0.3)]
    public void The_script_takes_the_steps_of_the_library(double alpha, double beta) =>
        new DrawnFigure(Plot.MomentumByHand((1, 25), (-4, 1), (alpha, beta))).AssertScriptAgrees();

    [Theory]
    [InlineData(0.0769, 0, 1)]
    [InlineData(0.2, 0.5, 25)]
    [InlineData(0.03, 0.2, 1)]
    [InlineData(0.3, 0.6, 25)]
    public void What_a_step_leaves_is_what_the_library_s_steps_leave(double alpha, double beta, double curvature)
    {
        const int Steps = 400;
        Momentum<double> momentum = new(alpha, beta);
        double[] w = [1];
        double largest = 0;
        // A path that swings passes through zero: its largest of a few steps is its size.
        for (int step = 0; step < Steps; step++)
        {
            momentum.Step(w, [curvature * w[0]]);
            if (step >= Steps - 8)
                largest = Math.Max(largest, Math.Abs(w[0]));
        }

        Assert.Equal(Plot.Leaves((alpha, beta), curvature), Math.Pow(largest, 1.0 / Steps), 0.02);
    }

    [Fact]
    public void At_the_crossing_of_both_edges_a_step_leaves_what_the_law_of_the_root_says()
    {
        Picture picture = Plot.MomentumByHand((1, 25), (-4, 1), (0.2, 4 / 9.0));
        DrawnFigure drawn = new(picture);
        Assert.Equal(["0.6667", "0.6667"], new[] { "gentle", "slower" }.Select(drawn.Text));
        picture.Caption.ShouldContain("(√κ − 1)/(√κ + 1) = 0.6667", "(κ − 1)/(κ + 1) = 0.9231");
    }

    [Fact]
    public void Curvatures_that_are_no_ravine_are_refused() =>
        Refused("25 and 1: they must be positive", () => Plot.MomentumByHand((25, 1), (-4, 1)));
}
