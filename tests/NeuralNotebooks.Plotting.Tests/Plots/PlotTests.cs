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
        JsonElement narrow = page.Frame(0).GetProperty("narrow");   // the accuracy below the loss
        Assert.True(narrow.Numbers("yaxis2.domain")[1] < narrow.Numbers("yaxis.domain")[0]);
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
}
