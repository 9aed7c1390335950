extern alias library;

namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>The progress of a training, as a notebook's client sees it.</summary>
[Collection(nameof(SharedKernel))]
public sealed class LiveProgressTests(SharedKernel kernel) : IDisposable
{
    private static readonly string _setup = $"""
        #r "{typeof(library::NeuralNotebooks.LiveProgress).Assembly.Location}"
        using NeuralNotebooks;
        var points = new Dataset<double>(Matrix.Normal<double>(2, 100, seed: 1),
            Matrix.Uniform<double>(1, 100, seed: 2, 0, 1));
        History Train(int epochs, Action<EpochResult> afterEpoch = null) => Trainer.Fit(
            Mlp.Create<double>(2, [new(4, Activation.Tanh), new(1, Activation.Identity)], seed: 3),
            points, new MeanSquaredError<double>(),
            new GradientDescent<double>(0.1), epochs, batchSize: 1, progress: new LiveProgress(),
            afterEpoch: afterEpoch);
        """;

    private readonly JupyterClient _client = kernel.Connect();

    [Fact]
    public void It_is_one_display_that_is_updated_less_often_than_batches_report()
    {
        _client.Execute(_setup);
        Executed cell = _client.Execute("Train(epochs: 4).Epochs.Count");

        Assert.Equal("4", cell.Result);
        Message shown = Assert.Single(cell.OfType("display_data"));
        string id = DisplayId(shown);
        Plain(shown).ShouldStartWith("epoch 1 of 4 · batch 1 of 100 · loss ");
        Message[] updates = [.. cell.OfType("update_display_data")];
        Assert.All(updates, update => Assert.Equal(id, DisplayId(update)));
        Assert.InRange(updates.Length, 1, 4 * 100 - 1);
        Assert.All(updates[..^1], update => Plain(update).ShouldEndWith(" left"));
        Assert.Matches("^epoch 4 of 4 · loss [0-9.]+$", Plain(updates[^1]));
        ((string?)updates[^1].Content["data"]!["text/html"]).ShouldContain("width:100%");
    }

    [Fact]
    public void An_interrupt_ends_the_training_and_leaves_the_bar()
    {
        _client.Execute(_setup);
        string id = _client.Begin("Train(epochs: int.MaxValue)");
        while (_client.NextPublished(id).Type != "update_display_data") { }

        _client.Interrupt();
        Executed cell = _client.Finish(id);

        Assert.Equal("Interrupted", cell.Error);
        Assert.Equal("error", cell.Published[^1].Type);
        Assert.All(cell.Published[..^1], message => Assert.Equal("update_display_data", message.Type));
        Assert.Equal("2", _client.Execute("Train(epochs: 2).Epochs.Count").Result);
    }

    [Fact]
    public void The_bar_of_a_background_training_belongs_to_the_cell_that_started_it()
    {
        _client.Execute(_setup);
        string began = _client.Begin(
            "var told = new TaskCompletionSource();\nvar training = Task.Run(async () => { await "
                + "told.Task; return Train(epochs: 2); });"
        );
        _client.Finish(began);
        string waits = _client.Begin("told.SetResult(); (await training).Epochs.Count");
        List<Message> published = _client.EverythingUntilIdle(waits);

        Assert.All(
            published.Where(message => message.Type.Contains("display_data")),
            message => Assert.Equal(began, message.ParentHeader.Text("msg_id"))
        );
        Assert.Matches(
            "^epoch 2 of 2 · loss ",
            Plain(published.Last(message => message.Type == "update_display_data"))
        );
    }

    public void Dispose() => _client.Dispose();

    private static string DisplayId(Message message) => message.Content.Text("transient", "display_id");

    private static string Plain(Message message) => message.Content.Text("data", "text/plain");
}
