namespace NeuralNotebooks.Jupyter.Tests;

public class WireFuzzTests
{
    private static readonly byte[] _valid = ValidFrames();

    [Fact]
    public void Damaged_frames_and_commands_are_refused_or_read() =>
        Fuzz.Run(random =>
        {
            using var stream = new MemoryStream(Fuzz.Mutate(random, _valid));
            try
            {
                while (FrameStream.Read(stream, WireLimits.Message) is { } frame)
                {
                    // What was read can be written, and is then the same.
                    using var copy = new MemoryStream();
                    FrameStream.Write(copy, frame.Flags & ~FrameFlags.Long, frame.Body);
                    copy.Position = 0;
                    Assert.Equal(frame.Body, FrameStream.Read(copy, WireLimits.Message)!.Value.Body);
                    if (frame.IsCommand)
                        _ = Command.Parse(frame.Body).Properties().Count;
                }
            }
            catch (IOException e) when (e is WireException or EndOfStreamException)
            {
                // Either closes the connection.
            }
        });

    [Fact]
    public void Damaged_greetings_are_refused_or_accepted() =>
        Fuzz.Run(random =>
        {
            using var input = new MemoryStream(Fuzz.Mutate(random, [.. Greeting.Bytes, 1, 2, 3]));
            try
            {
                Greeting.Exchange(input, Stream.Null);
            }
            catch (IOException e) when (e is WireException or EndOfStreamException)
            {
                // Either closes the connection.
            }
        });

    private static byte[] ValidFrames()
    {
        using var stream = new MemoryStream();
        FrameStream.Write(stream, FrameFlags.Command, Command.ReadyAs("DEALER").ToBytes());
        FrameStream.Write(stream, FrameFlags.Command, new Command(Command.Subscribe, [.. "topic"u8]).ToBytes());
        FrameStream.Write(stream, FrameFlags.More, [.. "<IDS|MSG>"u8]);
        FrameStream.Write(stream, FrameFlags.More, new byte[300]);
        FrameStream.Write(stream, FrameFlags.None, []);
        return stream.ToArray();
    }
}
