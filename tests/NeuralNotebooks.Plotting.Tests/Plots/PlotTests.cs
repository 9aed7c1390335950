using System.Text.Json;
using static NeuralNotebooks.Plotting.Tests.Samples;

namespace NeuralNotebooks.Plotting.Tests;

public class PlotTests
{
    [Fact]
    public void Learning_curves_show_loss_and_accuracy_of_both_parts()
    {
        History history = Trainer.Fit(
            Xor(), Corners, new BinaryCrossEntropy<double>(), new GradientDescent<double>(
                0.1), epochs: 3, batchSize: 4, validation: Corners,
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
    public void Decision_regions_are_the_classes_of_the_whole_plane()
    {
        JsonElement z = Page.Of(Plot.DecisionRegions(Xor(), Corners)).Traces[0].GetProperty("z");
        int last = z.GetArrayLength() - 1;

        Assert.Equal(
            [0, 1, 1, 0], [z[0][0].GetInt32(), z[0][last].GetInt32(), z[last][0].GetInt32(), z[last][last].GetInt32()]);
    }

    [Fact]
    public void A_network_that_learns_has_a_map_for_each_snapshot()
    {
        Mlp<double> left = Mlp.Create<double>(2, [new(1, Activation.Identity)], seed: 1), right = left.Copy();
        left.Layers[0].Biases[0, 0] = -1000;
        right.Layers[0].Biases[0, 0] = 1000;
        Page page = Page.Of(Plot.DecisionRegions([("before", left), ("after", right)], Corners));

        Assert.All([0, 1], k => Assert.All(
            page.Frame(k).At("data[0].z").EnumerateArray().SelectMany(row => row.EnumerateArray()), z => Assert.Equal(
                k, z.GetInt32())));
        page.Label.ShouldStartWith("Decision regions, 2 moments from before to after. At the end: 4 points");
    }

    [Fact]
    public void Features_beyond_the_plane_are_held_at_their_means()
    {
        Dataset<double> set = new(
            Matrix.Of(new double[,] { { 0, 1 }, { 0, 1 }, { 2, 4 } }), Matrix.Of(
                new double[,] { { 0, 1 } }), ["a", "b", "c"]);
        // Class 1 where the third feature is above 2.9 and below 3.1.
        Mlp<double> around = new([
            new(Matrix.Of(new double[,] { { 0, 0, 1 }, { 0, 0, -1 } }), Matrix.Column(-3.0, 3), Activation.Relu),
            new(Matrix.Row(-1.0, -1), Matrix.Column(0.1), Activation.Identity),
        ]);
        JsonElement z = Page.Of(Plot.DecisionRegions(around, set)).Traces[0].GetProperty("z");

        Assert.All(z.EnumerateArray(), row => Assert.All(Page.Numbers(row), k => Assert.Equal(1, k)));
    }

    [Fact]
    public void The_counts_of_many_classes_keep_their_room_on_a_narrow_page()
    {
        string html = Plot.ConfusionMatrix(
            ConfusionMatrix.Of(
                [.. Enumerable.Range(0, 10)], [.. Enumerable.Range(0, 10)],
                [.. Enumerable.Range(0, 10).Select(k => $"{k}")])).ToHtml();

        // Four digits of 15 px need about 36 px: ten such cells are wider than a phone, so the picture scrolls there.
        html.ShouldContain("min-width:530px");
    }

    [Fact]
    public void The_line_in_the_hidden_plane_is_where_the_scores_are_equal()
    {
        Page page = Page.Of(Plot.HiddenSpace([("start", Xor()), ("end", Xor())], Corners));
        JsonElement line = page.Traces[^1];

        Assert.Equal(2, page.Drawing.GetProperty("frames").GetArrayLength());
        Assert.Equal("boundary", line.Text("name"));
        for (int i = 0; i < 2; i++)   // h₁ − 2 h₂ − ½ = 0
            Assert.Equal(0.5, line.GetProperty("x")[i].GetDouble() - (2 * line.GetProperty("y")[i].GetDouble()), 1e-9);
    }

    [Fact]
    public void The_hidden_plane_of_one_network_needs_no_slider()
    {
        Page page = Page.Of(Plot.HiddenSpace(Xor(), Corners));

        Assert.Equal(1, page.Drawing.GetProperty("frames").GetArrayLength());
    }
}
