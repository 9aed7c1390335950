using System.Collections.Concurrent;

namespace NeuralNotebooks.Runner.Tests;

/// <summary>The outputs of a cell are limited, both in characters and in number, for every kind of output.</summary>
public sealed class WorkerOutputSinkTests : IDisposable
{
    private readonly ChannelTokens _tokens = ChannelTokens.Create();
    private readonly MemoryStream _sent = new();
    private readonly MessageChannel<WorkerMessage> _channel;
    private readonly WorkerOutputSink _sink;

    public WorkerOutputSinkTests()
    {
        _channel = new(
            Stream.Null,
            _sent,
            ChannelTokens.Parse(_tokens.ForOtherEnd()),
            WorkerMessageJson.Default.WorkerMessage
        );
        _sink = new WorkerOutputSink(_channel, cell: 1, new ConcurrentDictionary<string, int>());
    }

    public void Dispose() => _channel.Dispose();

    [Fact]
    public void Errors_are_limited_and_the_one_that_ends_the_cell_is_shown_after_all()
    {
        string big = new('x', 20_000);
        ErrorOutput[] errors = [.. Enumerable.Range(0, 1000).Select(i => new ErrorOutput("Exception", $"{i}", [big]))];
        foreach (ErrorOutput error in errors)
            _sink.Emit(error);
        _sink.EndCell(errors[^1]);

        string[] shown = [.. Shown<ErrorOutput>().Select(error => error.Message)];

        Assert.Equal([.. Enumerable.Range(0, OutputLimits.Errors).Select(i => $"{i}"), "999"], shown);
        Assert.Equal(1000 - OutputLimits.Errors, Received().OfType<OutputDropped>().Last().Outputs);
    }

    [Fact]
    public void An_error_that_was_shown_is_not_repeated_at_the_cells_end()
    {
        ErrorOutput first = new("System.Exception", "first", []),
            second = new("System.Exception", "second", []);
        _sink.Emit(first);
        _sink.Emit(second);
        _sink.EndCell(first);

        Assert.Equal(["first", "second"], Shown<ErrorOutput>().Select(error => error.Message));
    }

    [Theory]
    [Cases(
        StreamName.Stderr, OutputLimits.Pieces,
        StreamName.Stdout, 10_000 // Writes to the same stream are one piece.
    )]
    public void Standard_output_and_error_in_turn_are_limited_in_pieces(StreamName second, int shown)
    {
        const int writes = 10_000;
        for (int i = 0; i < writes; i++)
            _sink.Emit(new StreamOutput(i % 2 == 0 ? StreamName.Stdout : second, "x"));
        _sink.EndCell();

        Assert.Equal(shown, Shown<StreamOutput>().Count());
        Assert.Equal(writes - shown, Received().OfType<OutputDropped>().LastOrDefault()?.Characters ?? 0);
    }

    [Fact]
    public void Replaced_values_count_by_how_much_they_grow()
    {
        string large = new('x', OutputLimits.ValueText / 4);
        string[] ids = ["a", "b", "c", "d", "e", "f"];
        foreach (string id in ids)
            _sink.Emit(new DisplayData(MimeBundle.Plain(""), [], id));
        foreach (string id in ids)
            for (int i = 0; i < 3; i++)
                _sink.Update(id, MimeBundle.Plain(large));
        _sink.Update("unknown", MimeBundle.Plain(large));
        _sink.EndCell();

        IEnumerable<string> updated = Received().OfType<DisplayUpdated>().Select(update => update.DisplayId);
        Assert.Equal(["a", "a", "a", "b", "b", "b", "c", "c", "c"], updated);
        Assert.Equal(9, Received().OfType<OutputDropped>().Last().Outputs);
    }

    [Fact]
    public void A_value_that_is_too_long_as_a_message_is_left_out_and_counted()
    {
        _sink.Emit(new DisplayData(MimeBundle.Plain(new string('\u0001', 17_000_000)), [], null)); // 102 MB as JSON
        _sink.EndCell();

        Assert.Equal(1, Assert.Single(Received().OfType<OutputDropped>()).Outputs);
    }

    private IEnumerable<T> Shown<T>() => Received().OfType<OutputShown>().Select(message => message.Output).OfType<T>();

    private List<WorkerMessage> Received()
    {
        using var channel = new MessageChannel<WorkerMessage>(
            new MemoryStream(_sent.ToArray()),
            Stream.Null,
            _tokens,
            WorkerMessageJson.Default.WorkerMessage
        );
        var all = new List<WorkerMessage>();
        while (channel.Receive() is { } message)
            all.Add(message);
        return all;
    }
}
