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
}
