extern alias library;

namespace NeuralNotebooks.Jupyter.Tests;

[Collection(nameof(SharedKernel))]
public sealed class LiveProgressTests(SharedKernel kernel) : IDisposable
{
    private static readonly string _setup = $$"""
        #r "{{typeof(library::NeuralNotebooks.LiveProgress).Assembly.Location}}"
        using NeuralNotebooks;
        var points = new Dataset<double>(Matrix.Normal<double>(2, 100, seed: 1),
            Matrix.Uniform<double>(1, 100, seed: 2, 0, 1));
        History Train(int epochs, Action<EpochResult> afterEpoch = null) => Trainer.Fit(
            Mlp.Create<double>(2, [new(4, Activation.Tanh), new(1, Activation.Identity)], seed: 3),
            points, new MeanSquaredError<double>(),
            new GradientDescent<double>(0.1),
            new() { Epochs = epochs, BatchSize = 1, Progress = new LiveProgress(), AfterEpoch = afterEpoch });
        """;

    private readonly JupyterClient _client = kernel.Connect();

    [Fact]
    public void It_is_one_display_that_is_updated_less_often_than_batches_report_and_that_an_interrupt_leaves()
    {
        _client.Execute(_setup);
        Executed cell = _client.Execute("Train(epochs: 4).Epochs.Count");

        Assert.Equal("4", cell.Result);
        Message shown = Assert.Single(cell.OfType("display_data"));
        Message[] updates = [.. cell.OfType("update_display_data")];
        Plain(shown).ShouldStartWith("epoch 1 of 4 · batch 1 of 100 · loss ");
        Assert.All(updates, update => Assert.Equal(DisplayId(shown), DisplayId(update)));
        Assert.InRange(updates.Length, 1, 4 * 100 - 1);
        Assert.All(updates[..^1], update => Plain(update).ShouldEndWith(" left"));
        Assert.Matches("^epoch 4 of 4 · loss [0-9.]+$", Plain(updates[^1]));
        updates[^1].Content.Text("data", "text/html").ShouldContain("width:100%");

        string endless = _client.Begin("Train(epochs: int.MaxValue)");
        while (_client.NextPublished(endless).Type != "update_display_data") { }
        _client.Interrupt();
        Executed interrupted = _client.Finish(endless);

        Assert.Equal("Interrupted", interrupted.Error);
        Assert.Equal("error", interrupted.Published[^1].Type);
        Assert.All(interrupted.Published[..^1], message => Assert.Equal("update_display_data", message.Type));
        Assert.Equal("2", _client.Execute("Train(epochs: 2).Epochs.Count").Result);
    }

    public void Dispose() => _client.Dispose();

    private static string DisplayId(Message message) => message.Content.Text("transient", "display_id");

    private static string Plain(Message message) => message.Content.Text("data", "text/plain");
}
