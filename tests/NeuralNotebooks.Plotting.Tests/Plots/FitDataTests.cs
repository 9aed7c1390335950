using System.Text.Json;

namespace NeuralNotebooks.Plotting.Tests;

public class FitDataTests
{
    private static readonly double[] _x = [0, 10], _y = [1, 5];

    private static Page Fitted(params (double, double)[] path) => Page.Of(Plot.Trajectories(
        (w, b) => (w * w) + (b * b), (-2, 2), (-2, 2), [("descent", path)], fit: new(
            _x, _y, (w, b, x) => (w * x) + b, "length (cm)", "width (cm)")));

    private static JsonElement[] OnTheRight(Page page, int frame) =>
        [.. page.Frame(frame).GetProperty("data").EnumerateArray()
            .Where(trace => trace.TryGetProperty("xaxis", out JsonElement axis) && axis.GetString() == "x2")];

    [Fact]
    public void Each_step_draws_the_curve_of_its_point_through_the_data()
    {
        Page page = Fitted((0, 1), (0.5, -1));

        for (int step = 0; step < 2; step++)
        {
            JsonElement[] right = OnTheRight(page, step);
            Assert.Equal(_x, right[0].Numbers("x"));
            Assert.Equal(_y, right[0].Numbers("y"));
            double[] places = right[1].Numbers("x"), heights = right[1].Numbers("y");
            Assert.Equal((-0.5, 10.5), (places[0], places[^1]));
            Assert.All(
                places.Zip(heights),
                point => Assert.Equal(step == 0 ? 1 : (0.5 * point.First) - 1, point.Second, 1e-4));
        }
    }

    [Fact]
    public void The_data_stand_beside_the_surface_and_below_it_on_a_narrow_page()
    {
        Page page = Fitted((1, 1), (0, 0));
        JsonElement narrow = page.Frame(0).GetProperty("narrow");
        static double[] Domain(JsonElement layout, string axis) =>
            layout.GetProperty(axis).Numbers("domain");

        Assert.True(Domain(page.Layout, "xaxis")[1] < Domain(page.Layout, "xaxis2")[0]);
        Assert.Equal(Domain(narrow, "xaxis"), Domain(narrow, "xaxis2"));
        Assert.True(Domain(narrow, "yaxis2")[1] < Domain(narrow, "yaxis")[0]);
        Assert.Equal("length (cm)", page.Layout.Text("xaxis2.title.text"));
    }

    [Fact]
    public void The_curve_of_a_path_that_explodes_is_finite_or_left_out()
    {
        Page page = Fitted((1, 1), (1e200, 0), (double.NaN, 0));

        Assert.All(
            OnTheRight(page, 1)[1].Numbers("y"), height => Assert.InRange(Math.Abs(height), 0, 1000));
        Assert.All(OnTheRight(page, 2)[1].Numbers("y"), height => Assert.True(double.IsNaN(height)));
    }
}
