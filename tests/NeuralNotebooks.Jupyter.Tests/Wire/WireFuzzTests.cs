namespace NeuralNotebooks.Jupyter.Tests;

public class WireFuzzTests
{
    private static readonly byte[] _valid = ValidFrames();

    [Fact]
    public void Damaged_frames_and_commands_are_refused_or_read() =>
        Refused(_valid, stream =>
        {
            while (FrameStream.Read(stream, WireLimits.MessageBytes) is { } frame)
            {
                // A frame that was read, written and read again is the same.
                using var copy = new MemoryStream();
                FrameStream.Write(copy, frame.Flags & ~FrameFlags.Long, frame.Body);
                copy.Position = 0;
                Assert.Equal(frame.Body, FrameStream.Read(copy, WireLimits.MessageBytes)!.Value.Body);
                if (frame.IsCommand)
                    _ = ZmtpCommand.Parse(frame.Body).Properties().Count;
            }
        });

    [Fact]
    public void Damaged_greetings_are_refused_or_accepted() =>
        Refused([.. Greeting.Bytes, 1, 2, 3], stream => Greeting.Exchange(stream, Stream.Null));

    /// <summary>Bytes with damage are read, or close the connection.</summary>
    private static void Refused(byte[] valid, Action<Stream> read) =>
        Fuzz.Run(random =>
        {
            using var stream = new MemoryStream(Fuzz.Mutate(random, valid));
            try
            {
                read(stream);
            }
            catch (IOException e) when (e is WireException or EndOfStreamException)
            {
                // Both exceptions close the connection.
            }
        });

    private static byte[] ValidFrames()
    {
        using var stream = new MemoryStream();
        FrameStream.Write(stream, FrameFlags.Command, ZmtpCommand.ReadyAs("DEALER").ToBytes());
        FrameStream.Write(stream, FrameFlags.Command, new ZmtpCommand(ZmtpCommand.Subscribe, [.. "topic"u8]).ToBytes());
        FrameStream.Write(stream, FrameFlags.More, [.. "<IDS|MSG>"u8]);
        FrameStream.Write(stream, FrameFlags.More, new byte[300]);
        FrameStream.Write(stream, FrameFlags.None, []);
        return stream.ToArray();
    }
}
