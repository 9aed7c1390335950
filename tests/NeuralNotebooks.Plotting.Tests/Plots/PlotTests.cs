using System.Text.Json;

namespace NeuralNotebooks.Plotting.Tests;

public class PlotTests
{
    private static readonly Matrix<double> _w = Matrix.Of(new double[,] { { -1, 2, 0 }, { 0.5, -4, 1 } });

    private static Dataset<double> Corners() => new(
        Matrix.Of(new double[,] { { 0, 0, 1, 1 }, { 0, 1, 0, 1 } }), Matrix.Of(
            new double[,] { { 0, 1, 1, 0 } }), ["x₁", "x₂"], ["equal", "different"]);

    private static Mlp<double> Xor() => new([
        new Dense<double>(
            Matrix.Of(new double[,] { { 1, 1 }, { 1, 1 } }), Matrix.Of(new double[,] { { 0 }, { -1 } }),
            Activation.Relu),
        new Dense<double>(
            Matrix.Of(new double[,] { { 1, -2 } }), Matrix.Of(new double[,] { { -0.5 } }), Activation.Identity)]);

    [Fact]
    public void A_heat_map_is_centred_on_zero_and_has_its_numbers_in_the_cells()
    {
        Page page = Page.Of(Plot.HeatMap(_w, "W"));
        JsonElement trace = page.Traces[0];

        Assert.Equal(-4, trace.Number("zmin"));
        Assert.Equal(4, trace.Number("zmax"));
        Assert.Equal("−4", page.Traces[1].Text("text[4]"));
        Assert.Equal("reversed", page.Layout.Text("yaxis.autorange"));
    }

    [Fact]
    public void The_colours_of_entries_that_are_all_positive_begin_at_zero()
    {
        Page page = Page.Of(Plot.HeatMap(Matrix.Row(0, 2, 5)));

        Assert.Equal(0, page.Traces[0].Number("zmin"));
        Assert.Equal(5, page.Traces[0].Number("zmax"));
    }

    [Fact]
    public void A_logarithmic_heat_map_spreads_the_powers_of_ten_and_leaves_zeros_empty()
    {
        JsonElement trace = Page.Of(Plot.HeatMap(Matrix.Row(0, 0.001, 10), logarithmic: true)).Traces[0];

        Assert.Equal([double.NaN, -3, 1], trace.Numbers("z[0]").Select(z => Math.Round(z, 9)));
        Assert.Equal((-3, 1), (Math.Round(trace.Number("zmin"), 9), trace.Number("zmax")));
        Assert.Equal(["10⁻³", "10⁻²", "10⁻¹", "10⁰", "10¹"], trace.Texts("colorbar.ticktext"));
    }

    [Fact]
    public void Heat_maps_share_one_scale_and_one_colour_bar()
    {
        JsonElement[] traces = Page.Of(Plot.HeatMaps(("before", _w), ("after", 2.0 * _w))).Traces[..2];

        Assert.Equal([8.0, 8.0], traces.Select(trace => trace.Number("zmax")));
        Assert.Equal([false, true], traces.Select(trace => trace.Flag("showscale")));
        Assert.Equal(["x", "x2"], traces.Select(trace => trace.XAxis()));
    }

    [Fact]
    public void Heat_maps_have_names_and_do_not_repeat_those_of_their_neighbour()
    {
        Matrix<double> map = Matrix.Zeros<double>(2, 1);
        JsonElement layout = Page.Of(
            Plot.HeatMaps(
                ("a", map, ["upper", "lower"], ["x₁"]), ("b", map, ["upper", "lower"], ["x₂"]),
                ("c", map, ["p", "q"], ["x₃"]))).Layout;
        string[] Names(string axis) => [.. layout.GetProperty(axis).Texts("ticktext")];

        Assert.Equal([["upper", "lower"], ["", ""], ["p", "q"]], new[] { "yaxis", "yaxis2", "yaxis3" }.Select(Names));
        Assert.Equal([["x₁"], ["x₂"], ["x₃"]], new[] { "xaxis", "xaxis2", "xaxis3" }.Select(Names));
    }

    [Fact]
    public void Heat_maps_wider_than_a_page_wrap()
    {
        Matrix<double> wide = Matrix.Zeros<double>(2, 6);
        JsonElement Grid(params (string, Matrix<double>)[] maps) =>
            Page.Of(Plot.HeatMaps(maps)).Layout.GetProperty("grid");

        Assert.Equal(1, Grid(("a", wide), ("b", wide)).Number("rows"));
        Assert.Equal(2, Grid(("a", wide), ("b", wide), ("c", wide), ("d", wide)).Number("rows"));
        Assert.Equal(2, Grid(("a", wide), ("b", wide), ("c", wide), ("d", wide)).Number("columns"));
    }

    [Fact]
    public void A_matrix_of_floats_is_drawn_like_one_of_doubles() =>
        Assert.Equal(0.25, Page.Of(Plot.HeatMap(Matrix.Of(new float[,] { { 0.25f } }))).Traces[0].Number("z[0][0]"));

    [Fact]
    public void A_large_matrix_has_no_numbers_in_its_cells() =>
        Assert.Equal("heatmap", Assert.Single(Page.Of(Plot.HeatMap(Matrix.Zeros<float>(13, 2))).Traces).Text("type"));

    [Fact]
    public void Axes_are_logarithmic_on_request()
    {
        JsonElement layout = Page.Of(
            Plot.Lines([("ratio", new[] { 0.001, 0.1 }, new[] { 1.0, 2.0 })], x: "α", y: "ratio", logX: true)).Layout;

        Assert.Equal("log", layout.Text("xaxis.type"));
        Assert.Equal("α", layout.Text("xaxis.title.text"));
        Assert.False(layout.GetProperty("yaxis").TryGetProperty("type", out _));
    }

    [Fact]
    public void A_name_with_markup_is_shown_as_it_is_written() =>
        Assert.Equal("a &lt;b>&amp; c", Page.Of(Plot.Lines([("a <b>& c", [1.0, 2.0])])).Traces[0].Text("name"));

    [Fact]
    public void Learning_curves_show_loss_and_accuracy_of_both_parts()
    {
        History history = Trainer.Fit(
            Xor(), Corners(), new BinaryCrossEntropy<double>(), new GradientDescent<double>(
                0.1), epochs: 3, batchSize: 4, validation: Corners(),
            cancellation: TestContext.Current.CancellationToken);
        Page page = Page.Of(Plot.LearningCurves(history));

        Assert.Equal(
            ["training", "validation", "training", "validation"], page.Traces.Select(trace => trace.Text("name")));
        Assert.Equal([1, 2, 3], page.Traces[0].GetProperty("x").EnumerateArray().Select(epoch => epoch.GetInt32()));
        Assert.Equal(history.Epochs[2].Loss, page.Traces[0].Number("y[2]"));
        Assert.Equal(100 * history.Epochs[0].Accuracy!.Value, page.Traces[2].Number("y[0]"));
        JsonElement narrow = page.Frame(0).GetProperty("narrow");   // the accuracy below the loss
        Assert.True(narrow.Numbers("yaxis2.domain")[1] < narrow.Numbers("yaxis.domain")[0]);
    }

    [Fact]
    public void A_number_in_a_cell_contrasts_with_its_background()
    {
        JsonElement[] maps = Page.Of(Plot.HeatMaps(("W", _w), ("2W", 2.0 * _w))).Traces;
        string[] colours = [.. maps[2].Texts("textfont.color")];

        Assert.Equal(
            ["on #0072b2 0.13", "on #d55e00 0.25", "on #d55e00 0", "on #d55e00 0.06", "on #0072b2 0.5",
            "on #d55e00 0.13"], colours);
        Assert.Equal(["x", "x2"], maps[2..].Select(map => map.XAxis()));
    }

    [Fact]
    public void A_scatter_plot_has_one_trace_and_one_symbol_for_each_class()
    {
        Page page = Page.Of(Plot.Scatter(Corners()));

        Assert.Equal(["equal", "different"], page.Traces.Select(trace => trace.Text("name")));
        Assert.NotEqual(page.Traces[0].Text("marker.symbol"), page.Traces[1].Text("marker.symbol"));
    }

    [Fact]
    public void Decision_regions_ask_the_network_for_the_whole_plane_at_once()
    {
        List<int> asked = [];
        Mlp<double> xor = Xor();
        Page page =
            Page.Of(Plot.DecisionRegions(X => { asked.Add(X.Columns); return Metrics.Classify(xor, X); }, Corners()));
        JsonElement z = page.Traces[0].GetProperty("z");
        int last = z.GetArrayLength() - 1;

        Assert.Equal([z.GetArrayLength() * z[0].GetArrayLength(), 4], asked);
        Assert.Equal(
            [0, 1, 1, 0], [z[0][0].GetInt32(), z[0][last].GetInt32(), z[last][0].GetInt32(), z[last][last].GetInt32()]);
    }

    [Fact]
    public void Misclassified_examples_are_ringed()
    {
        Page page = Page.Of(Plot.DecisionRegions(X => new int[X.Columns], Corners()));

        Assert.Equal("misclassified", page.Traces[^1].Text("name"));
        Assert.Equal([0.0, 1.0], page.Traces[^1].Numbers("x"));
    }

    [Fact]
    public void A_network_that_learns_has_a_map_for_each_snapshot()
    {
        Mlp<double> left = Mlp.Create<double>(2, [new(1, Activation.Identity)], seed: 1), right = left.Copy();
        left.Layers[0].Biases[0, 0] = -1000;
        right.Layers[0].Biases[0, 0] = 1000;
        Page page = Page.Of(Plot.DecisionRegions([("before", left), ("after", right)], Corners()));

        Assert.All([0, 1], k => Assert.All(
            page.Frame(k).At("data[0].z").EnumerateArray().SelectMany(row => row.EnumerateArray()), z => Assert.Equal(
                k, z.GetInt32())));
        Assert.StartsWith(
            "Decision regions, 2 moments from before to after. At the end: 4 points", page.Label,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Features_beyond_the_plane_are_held_at_their_means()
    {
        Dataset<double> set = new(
            Matrix.Of(new double[,] { { 0, 1 }, { 0, 1 }, { 2, 4 } }), Matrix.Of(
                new double[,] { { 0, 1 } }), ["a", "b", "c"]);
        Matrix<double>? plane = null;
        Page page = Page.Of(Plot.DecisionRegions(X => { plane ??= X; return new int[X.Columns]; }, set));

        Assert.All(Enumerable.Range(0, plane!.Columns), i => Assert.Equal(3, plane[2, i]));
    }

    [Fact]
    public void A_confusion_matrix_counts_and_names_the_mistakes()
    {
        Page page = Page.Of(Plot.ConfusionMatrix(ConfusionMatrix.Of([0, 0, 1, 1], [0, 1, 1, 1], ["cat", "dog"])));

        Assert.Equal("1", page.Traces[0].Text("text[0][1]"));
        Assert.Equal(0.5, page.Traces[0].Number("z[0][1]"));
    }

    [Fact]
    public void The_counts_of_many_classes_keep_their_room_on_a_narrow_page()
    {
        string html = Plot.ConfusionMatrix(
            ConfusionMatrix.Of(
                [.. Enumerable.Range(0, 10)], [.. Enumerable.Range(0, 10)],
                [.. Enumerable.Range(0, 10).Select(k => $"{k}")])).ToHtml();

        // Four digits of 15 px need about 36 px: ten such cells are wider than a phone, so the picture scrolls there.
        Assert.Contains("min-width:530px", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_strip_has_a_line_at_the_mean() =>
        Assert.Equal([2.0, 2.0], Page.Of(Plot.Strip([("a", [1.0, 3.0])])).Traces[1].Numbers("y"));

    [Fact]
    public void Contours_carry_their_lines()
    {
        Page page =
            Page.Of(Plot.Contour((a, b) => (a * a) + (b * b), (-1, 1), (-2, 2), [("limit", [(1.0, 1.0), (0.0, 0.5)])]));

        Assert.Equal(["contour", "scatter"], page.Traces.Select(trace => trace.Text("type")));
        Assert.Equal("limit", page.Traces[1].Text("name"));
    }

    [Fact]
    public void The_line_in_the_hidden_plane_is_where_the_scores_are_equal()
    {
        Page page = Page.Of(Plot.HiddenSpace([("start", Xor()), ("end", Xor())], Corners()));
        JsonElement line = page.Traces[^1];

        Assert.Equal(2, page.Drawing.GetProperty("frames").GetArrayLength());
        Assert.Equal("boundary", line.Text("name"));
        for (int i = 0; i < 2; i++)   // h₁ − 2 h₂ − ½ = 0
            Assert.Equal(0.5, line.GetProperty("x")[i].GetDouble() - (2 * line.GetProperty("y")[i].GetDouble()), 1e-9);
    }

    [Fact]
    public void The_hidden_plane_of_one_network_needs_no_slider()
    {
        Page page = Page.Of(Plot.HiddenSpace(Xor(), Corners()));

        Assert.Equal(1, page.Drawing.GetProperty("frames").GetArrayLength());
    }

    [Fact]
    public void A_ring_of_points_is_round()
    {
        JsonElement ring = Page.Of(Plot.Scatter(SyntheticData.Rings(200, seed: 1))).Layout,
            petals = Page.Of(Plot.Scatter(Iris.Load(), 2, 3)).Layout;

        Assert.Equal("x", ring.Text("yaxis.scaleanchor"));
        Assert.False(petals.GetProperty("yaxis").TryGetProperty("scaleanchor", out _));
    }
}
