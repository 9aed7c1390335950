using System.Text.Json;

namespace NeuralNotebooks.Plotting.Tests;

public class ProbabilityTests
{
    private static readonly Dataset<double> _set = new(
        Matrix.Of(new double[,] { { 0, 0, 1, 1 }, { 0, 1, 0, 1 } }), Matrix.Of(
            new double[,] { { 0, 1, 1, 1 } }), ["x₁", "x₂"], ["no", "yes"]);

    private static double Or(double a, double b) => 1 / (1 + Math.Exp(-10 * (a + b - 0.5)));

    [Fact]
    public void The_plane_has_the_probability_and_a_line_at_one_half()
    {
        JsonElement[] traces = Page.Of(Plot.Probability(Or, _set)).Traces;
        JsonElement half = traces.Single(
            trace => trace.TryGetProperty("name", out JsonElement name) && name.GetString() == "p = ½")
            .GetProperty("contours");

        Assert.Equal((0.5, 0.5), (half.Number("start"), half.Number("end")));
        double[] x = traces[0].Numbers("x"), y = traces[0].Numbers("y");
        Assert.Equal(Or(x[7], y[20]), traces[0].Number("z[20][7]"), 5e-4);
        Assert.Equal(Or(x[20], y[7]), traces[0].Number("z[7][20]"), 5e-4);
    }

    [Fact]
    public void The_plane_is_written_once_for_colours_lines_and_the_half() =>
        Assert.Single(
            Page.Of(Plot.Probability(Or, _set)).Drawing.GetProperty("lists").EnumerateArray(),
            list => list[0].ValueKind == JsonValueKind.Array);
}
