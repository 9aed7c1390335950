using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json.Serialization.Metadata;

namespace NeuralNotebooks.Messages;

/// <summary>Messages between this process and another one, over two one-way streams to which the code of cells does not
/// write.</summary>
/// <remarks>A frame is: the sender's token (16 bytes), the frame's number (4), the payload's length (4), the payload
/// (JSON). The tokens are known to the two ends only, so code that finds the handle and writes to it breaks the channel
/// but cannot forge a result.</remarks>
/// <param name="maxReceivedBytes">The size above which a received message is rejected, before any memory is allocated
/// for it.</param>
internal sealed class MessageChannel<T>(
    Stream receiving,
    Stream sending,
    ChannelTokens tokens,
    JsonTypeInfo<T> type,
    int maxReceivedBytes = MessageChannel.MaxMessageBytes) : IDisposable
    where T : class
{
    private const int HeaderLength = ChannelTokens.Length + sizeof(int) + sizeof(int);

    private readonly Lock _sending = new();
    private int _sent;
    private int _received;

    /// <summary>Sends a message; safe from several threads.</summary>
    /// <exception cref="IOException">The other process has ended.</exception>
    public void Send(T message)
    {
        byte[] payload = JsonSerializer.SerializeToUtf8Bytes(message, type);
        if (payload.Length > MessageChannel.MaxMessageBytes)
            throw new MessageTooLongException(payload.Length);
        byte[] frame = new byte[HeaderLength + payload.Length];
        tokens.Sent.CopyTo(frame.AsSpan());
        payload.CopyTo(frame.AsSpan(HeaderLength));
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(ChannelTokens.Length + sizeof(int)), payload.Length);
        lock (_sending)
        {
            BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(ChannelTokens.Length), _sent++);
            sending.Write(frame);
        }
    }

    /// <summary>Waits for the next message; null when the other end has closed the channel.</summary>
    /// <exception cref="ChannelBrokenException">The received bytes are not a valid message of the other
    /// end.</exception>
    /// <exception cref="IOException">The other process has ended.</exception>
    public T? Receive()
    {
        byte[] header = new byte[HeaderLength];
        int read = receiving.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        if (read == 0)
            return null;
        int known = Math.Min(read, ChannelTokens.Length);
        if (!CryptographicOperations.FixedTimeEquals(header.AsSpan(0, known), tokens.Received.AsSpan()[..known]))
            throw new ChannelBrokenException("bytes arrived that are not a message");
        if (read < HeaderLength)
            return null;

        int number = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(ChannelTokens.Length));
        int length = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(ChannelTokens.Length + sizeof(int)));
        if (number != _received++)
            throw new ChannelBrokenException("messages are out of order");
        if (length <= 0 || length > maxReceivedBytes)
            throw new ChannelBrokenException("a message has an impossible length");
        byte[] payload = new byte[length];
        if (receiving.ReadAtLeast(payload, length, throwOnEndOfStream: false) < length)
            return null;
        try
        {
            return JsonSerializer.Deserialize(payload, type) ?? throw new ChannelBrokenException("a message is empty");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new ChannelBrokenException("a message is garbled", e);
        }
    }

    public void Dispose()
    {
        receiving.Dispose();
        sending.Dispose();
    }
}

internal static class MessageChannel
{
    public const int MaxMessageBytes = 96 * 1024 * 1024;
}

/// <summary>Thrown if the channel receives bytes that are not a valid message of the other end.</summary>
internal sealed class ChannelBrokenException(string message, Exception? cause = null) : Exception(message, cause);

internal sealed class MessageTooLongException(int bytes)
    : Exception(Invariant($"A message of {bytes} bytes is longer than {MessageChannel.MaxMessageBytes} bytes."));
