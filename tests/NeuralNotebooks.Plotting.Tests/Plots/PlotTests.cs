using System.Text.Json;
using static NeuralNotebooks.Plotting.Tests.Samples;

namespace NeuralNotebooks.Plotting.Tests;

public class PlotTests
{
    [Fact]
    public void Learning_curves_show_loss_and_accuracy_of_both_parts()
    {
        History history = Trainer.Fit(
            Xor(), Corners, new BinaryCrossEntropy<double>(), new GradientDescent<double>(0.1),
            new() { Epochs = 3, BatchSize = 4 }, Corners, TestContext.Current.CancellationToken);
        Page page = Page.Of(Plot.LearningCurves(history));

        Assert.Equal(
            ["training", "validation", "training", "validation"], page.Traces.Select(trace => trace.Text("name")));
        Assert.Equal([1, 2, 3], page.Traces[0].GetProperty("x").EnumerateArray().Select(epoch => epoch.GetInt32()));
        Assert.Equal(history.Epochs[2].Loss, page.Traces[0].Number("y[2]"));
        Assert.Equal(100 * history.Epochs[0].Accuracy!.Value, page.Traces[2].Number("y[0]"));
        Assert.Equal([1, 2], Grid("wide"));
        Assert.Equal([2, 1], Grid("narrow"));   // the accuracy below the loss

        double[] Grid(string width) =>
            [page.Styled.Number($"{width}.layout.grid.rows"), page.Styled.Number($"{width}.layout.grid.columns")];
    }

    [Fact]
    public void The_borders_of_three_classes_in_the_hidden_space_meet_where_all_scores_are_equal()
    {
        Mlp<double> network = new(
        [
            new(Matrix.Identity<double>(2), Matrix.Zeros<double>(2, 1), Activation.Identity),
            new(Matrix.Of(new double[,] { { 1, 0 }, { 0, 1 }, { 0, 0 } }), Matrix.Zeros<double>(3, 1),
                Activation.Identity),
        ]);
        Dataset<double> set =
            new(Matrix.Of(new double[,] { { 1, -1, -1 }, { -1, 1, -1 } }), Matrix.Identity<double>(3));

        JsonElement[] borders = [.. Page.Of(Plot.HiddenSpace(network, set)).Traces.Skip(1).Take(3)];

        // The grid ends at ±1.16.
        (double, double, double, double)[] expected = [(0, 0, 1.16, 1.16), (0, -1.16, 0, 0), (-1.16, 0, 0, 0)];
        Assert.Equal(
            expected, borders.Select(border => Ends(border, "x[0]", "y[0]", "x[1]", "y[1]")).Select(Sorted));

        static double[] Ends(JsonElement border, params string[] paths) =>
            [.. paths.Select(path => Math.Round(border.Number(path), 6) + 0.0)];

        static (double, double, double, double) Sorted(double[] ends) => ends[0] + ends[1] <= ends[2] + ends[3]
            ? (ends[0], ends[1], ends[2], ends[3]) : (ends[2], ends[3], ends[0], ends[1]);
    }
}
