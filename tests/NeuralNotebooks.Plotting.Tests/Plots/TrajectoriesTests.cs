using System.Numerics;

namespace NeuralNotebooks.Plotting.Tests;

public class TrajectoriesTests
{
    private static double Bowl(double x, double y) => (x * x) + (2 * y * y);

    private static IEnumerable<(double X, double Y)> Spiral(int steps) =>
        Enumerable.Range(0, steps + 1)
            .Select(t => Math.Pow(0.99, t) * Complex.Exp(Complex.ImaginaryOne * 0.3 * t))
            .Select(point => (point.Real, point.Imaginary));

    private static Picture Trajectories(params (string Name, IEnumerable<(double X, double Y)> Points)[] paths) =>
        Plot.Trajectories(Bowl, (-2, 2), (-2, 2), paths, new() { Minimum = (0, 0) });

    private static (double X, double Y)[] Points(JsonElement trace) => [.. trace.Numbers("x").Zip(trace.Numbers("y"))];

    private static readonly Dictionary<string, (string, IEnumerable<(double, double)>)[]> _paths = new()
    {
        ["A few steps have a frame each"] = [("a", [(1, 1), (0.5, 0.5), (0, 0)])],
        ["All paths are at the same step, and the legend says f there"] =
            [("a", [(1, 0), (0.5, 0), (0, 0)]), ("b", [(0, 1), (0, 0.5), (0, 0.25)])],
        ["A path that ends earlier waits at its end"] =
            [("short", [(1, 0), (0.5, 0)]), ("long", [(1, 1), (1, 0.5), (1, 0.25), (1, 0)])],
        ["A path that leaves is drawn over the edge and says when it left"] =
            [("wild", [(1, 0), (-1.5, 0), (10, 0), (-1e9, 0)])],
        ["A path that becomes infinite leaves the picture in that direction"] =
            [("lost", [(1, 0), (1, 0.5), (double.PositiveInfinity, 0), (double.NaN, double.NaN)])],
        ["A path that becomes NaN ends where it was"] = [("lost", [(1, 0), (1, 0.5), (double.NaN, double.NaN)])],
        ["A path that comes back is drawn again"] = [("back", [(0, 0), (4, 0), (0, 1)])],
        ["A path that is never visible is mentioned"] = [("far", [(5, 5), (6, 6)])],
    };

    public static TheoryData<string> Paths => [.. _paths.Keys];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Paths_are_drawn_step_by_step(string fact)
    {
        Page page = Page.Of(Trajectories(_paths[fact]));

        ApprovedTexts.Check("Plots/Trajectories", fact, string.Concat(
            page.Labels.Select((label, frame) => $"{label}\n{string.Concat(Drawn(page, frame))}")));
    }

    private static IEnumerable<string> Drawn(Page page, int frame) =>
        page.Frame(frame).GetProperty("data").EnumerateArray()
            .Where(trace => trace.Text("type") == "scatter" && Name(trace) != "minimum")
            .Select(trace => $"  {Name(trace)}{Symbol(trace)}:{string.Concat(Points(trace).Select(Written))}\n");

    private static string Written((double X, double Y) point) =>
        FormattableString.Invariant($" ({Math.Round(point.X, 6)}, {Math.Round(point.Y, 6)})");

    private static string Name(JsonElement trace) => trace.TryGetProperty("name", out _) ? trace.Text("name") : "head";

    private static string Symbol(JsonElement trace) =>
        trace.TryGetProperty("marker", out JsonElement marker) ? $", {marker.Text("symbol")}" : "";

    [Fact]
    public void Of_many_steps_all_early_ones_are_shown_and_fewer_and_fewer_of_the_later_ones() =>
        ApprovedTexts.Check(
            "Plots/Trajectories", "Of many steps the first are all shown and later ones less and less densely",
            string.Concat(new[] { 0, 1, 55, 56, 60, 500, 4000, 1_000_000 }
                .Select(last => string.Join(' ', TrajectoriesFigure.ChosenSteps(last)) + "\n")));

    [Fact]
    public void The_line_stays_within_a_pixel_of_every_point_of_the_path()
    {
        Page page = Page.Of(Trajectories(("spiral", Spiral(400))));
        Complex[] line = Complexes(Points(page.Trace("spiral", (int)page.Drawing.Number("start"))));

        Assert.All(Complexes(Spiral(400)), point => Assert.InRange(
            line.Zip(line.Skip(1), (a, b) => Distance(point, a, b)).Min(), 0, 4 * 0.0015));
    }

    private static Complex[] Complexes(IEnumerable<(double X, double Y)> points) =>
        [.. points.Select(point => new Complex(point.X, point.Y))];

    private static double Distance(Complex point, Complex from, Complex to)
    {
        Complex along = to - from;
        return (point - from - (along == 0 ? 0 : Math.Clamp(((point - from) / along).Real, 0, 1) * along)).Magnitude;
    }
}
