using System.Buffers.Binary;

namespace NeuralNotebooks.Runner.Tests;

public class MessageChannelTests
{
    private const int LengthAt = ChannelTokens.Length + sizeof(int);

    private readonly ChannelTokens _tokens = ChannelTokens.Create();

    [Fact]
    public void A_message_arrives_as_it_was_sent()
    {
        var messages = new WorkerMessage[]
        {
            new ExecuteCell(new(3), "Console.WriteLine(\"Σ 😀\");"),
            new OutputShown(new(3), new StreamOutput(StreamName.Stderr, "text\r\n\u0001")),
            new CellEnded(
                new(3),
                CellOutcome.RuntimeError,
                "System.Exception",
                new CellLocation(new(3), 2),
                TimeSpan.FromMilliseconds(12.5),
                1L << 40),
            new ProcessExiting(-1),
        };

        using MessageChannel<WorkerMessage> channel = Receiver(Frames(messages));

        Assert.All(messages, message => Assert.Equal(message, channel.Receive()));
        Assert.Null(channel.Receive());
    }

    [Fact]
    public void A_value_arrives_with_all_its_representations_in_order()
    {
        MimeBundle sent = new()
        {
            { "text/plain", "Σ \u2028" },
            { "application/json", JsonNode.Parse("""{ "a": [1.50, null], "b": {} }""") },
            { "application/x+json", (JsonNode?)null },
        };
        using MessageChannel<WorkerMessage> channel = Receiver(
            Frames(new OutputShown(new(2), new DisplayData(sent, new JsonObject { ["k"] = 1 }, "id"))));

        DisplayData received = Assert.IsType<DisplayData>(Assert.IsType<OutputShown>(channel.Receive()).Shown);

        Assert.Equal(sent.ToJson().ToJsonString(), received.Data.ToJson().ToJsonString());
        Assert.Equal(("id", "{\"k\":1}"), (received.DisplayId, received.Metadata.ToJsonString()));
    }

    [Fact]
    public void The_tokens_that_the_other_end_reads_from_one_line_are_these_in_reverse()
    {
        var other = ChannelTokens.Parse(_tokens.ForOtherEnd());

        Assert.Equal(_tokens.Sent, other.Received);
        Assert.Equal(_tokens.Received, other.Sent);
        Assert.Throws<FormatException>(() => ChannelTokens.Parse("00ff"));
    }

    [Fact]
    public void Foreign_bytes_a_replay_an_impossible_length_and_a_corrupted_payload_break_the_channel()
    {
        byte[] frame = Frames(new EndWorker()),
            corrupted = Frames(new OutputShown(new(1), new StreamOutput(StreamName.Stdout, "abc")));
        corrupted[^3] = (byte)'\n';
        byte[][] broken =
        [
            [.. "{\"type\":\"ended\"}"u8, .. frame],
            [.. "x"u8, .. frame],
            [(byte)~_tokens.Received[0]],
            [.. frame, .. frame],
            corrupted,
            .. ((int[])[0, -1, int.MaxValue, MessageChannel.MaxMessageBytes + 1]).Select(OfLength),
        ];
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.All(
            broken,
            bytes =>
            {
                using MessageChannel<WorkerMessage> channel = Receiver(bytes);
                Assert.Throws<ChannelBrokenException>(() =>
                {
                    while (channel.Receive() is not null) { }
                });
            });

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);

        byte[] OfLength(int length)
        {
            byte[] changed = [.. frame];
            BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(LengthAt), length);
            return changed;
        }
    }

    [Fact]
    public void A_truncated_message_is_the_end_of_the_channel()
    {
        byte[] frame = Frames(new OutputShown(new(1), new StreamOutput(StreamName.Stdout, "abc")));

        for (int length = 1; length < frame.Length; length++)
        {
            using MessageChannel<WorkerMessage> channel = Receiver(frame[..length]);
            Assert.Null(channel.Receive());
        }
    }

    private byte[] Frames(params WorkerMessage[] messages)
    {
        using var stream = new MemoryStream();
        using var channel = new MessageChannel<WorkerMessage>(
            Stream.Null, stream, ChannelTokens.Parse(_tokens.ForOtherEnd()), WorkerMessageJson.Default.WorkerMessage);
        foreach (WorkerMessage message in messages)
            channel.Send(message);
        return stream.ToArray();
    }

    private MessageChannel<WorkerMessage> Receiver(byte[] frames) =>
        new(new MemoryStream(frames), Stream.Null, _tokens, WorkerMessageJson.Default.WorkerMessage);
}
