using System.Text.Json;

namespace NeuralNotebooks.Plotting.Tests;

public class ProbabilityTests
{
    private static readonly Dataset<double> _set = new(
        Matrix.Of(new double[,] { { 0, 0, 1, 1 }, { 0, 1, 0, 1 } }), Matrix.Of(new double[,] { { 0, 1, 1, 1 } }), ["x₁", "x₂"], ["no", "yes"]);

    private static double Or(double a, double b) => 1 / (1 + Math.Exp(-10 * (a + b - 0.5)));

    private static string Refusal(Func<Picture> plot) => Assert.ThrowsAny<ArgumentException>(plot).Message;

    [Fact]
    public void The_plane_has_the_probability_and_a_line_at_one_half()
    {
        JsonElement[] traces = Page.Of(Plot.Probability(Or, _set)).Traces;
        JsonElement half = traces.Single(trace => trace.TryGetProperty("name", out JsonElement name) && name.GetString() == "p = ½").GetProperty("contours");

        Assert.Equal((0.5, 0.5), (half.GetProperty("start").GetDouble(), half.GetProperty("end").GetDouble()));
        double[] x = Page.Numbers(traces[0].GetProperty("x")), y = Page.Numbers(traces[0].GetProperty("y"));
        Assert.Equal(Or(x[7], y[20]), traces[0].GetProperty("z")[20][7].GetDouble(), 5e-4);
        Assert.Equal(Or(x[20], y[7]), traces[0].GetProperty("z")[7][20].GetDouble(), 5e-4);
    }

    [Fact]
    public void The_plane_is_written_once_for_colours_lines_and_the_half() =>
        Assert.Single(Page.Of(Plot.Probability(Or, _set)).Drawing.GetProperty("lists").EnumerateArray(), list => list[0].ValueKind == JsonValueKind.Array);

    [Fact]
    public void The_alternative_text_counts_the_examples_on_the_side_of_their_class()
    {
        Assert.EndsWith("4 of 4 examples lie on the correct side of the line.", Page.Of(Plot.Probability(Or, _set)).Label, StringComparison.Ordinal);
        Assert.EndsWith("3 of 4 examples lie on the correct side of the line.", Page.Of(Plot.Probability((_, _) => 0.9, _set)).Label, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_not_a_probability_is_refused_with_its_position()
    {
        Assert.Contains("The function is 1.5 at (", Refusal(() => Plot.Probability((_, _) => 1.5, _set)), StringComparison.Ordinal);
        Assert.Contains("The function is NaN at (", Refusal(() => Plot.Probability((_, _) => double.NaN, _set)), StringComparison.Ordinal);
    }

    [Fact]
    public void Three_classes_and_a_missing_feature_are_refused()
    {
        Assert.Contains("The set has 3 classes", Refusal(() => Plot.Probability(Or, Iris.Load().SelectFeatures(0, 1))), StringComparison.Ordinal);
        Assert.Contains("features are 0 … 1", Refusal(() => Plot.Probability(Or, _set, 0, 2)), StringComparison.Ordinal);
    }
}
