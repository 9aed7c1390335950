using System.Buffers;
using System.Text.Encodings.Web;

namespace NeuralNotebooks.Jupyter;

/// <summary>Converts messages to frames and back. The frames are: routing, delimiter, signature, header, parent header,
/// metadata, content. Binary buffers after them, which the signature does not cover, are ignored.</summary>
/// <remarks>No part of a message is parsed before its signature has been verified.</remarks>
internal sealed class MessageCodec(MessageSigner signer)
{
    private const int Parts = 4;
    private static readonly byte[] _delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly JsonWriterOptions _writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string _session = Guid.NewGuid().ToString();
    private readonly SeenSignatures _seen = new();

    /// <summary>The message in the frames. If a part other than the header is not an object in JSON, the message says
    /// so.</summary>
    /// <exception cref="InvalidMessageException">The frames are not a message, are not signed with the key, or repeat
    /// an earlier message.</exception>
    public Message Decode(IReadOnlyList<byte[]> frames)
    {
        byte[][] routing = [.. frames.TakeWhile(frame => !frame.AsSpan().SequenceEqual(_delimiter))];
        if (routing.Length == frames.Count)
            throw new InvalidMessageException("it has no delimiter");
        if (frames.Count < routing.Length + 2 + Parts)
            throw new InvalidMessageException("it has too few parts");
        byte[] signature = frames[routing.Length + 1];
        byte[][] parts = [.. frames.Skip(routing.Length + 2).Take(Parts)];
        if (!signer.Verify(signature, parts))
            throw new InvalidMessageException("its signature is wrong");
        if (!_seen.Add(Encoding.ASCII.GetString(signature)))
            throw new InvalidMessageException("it is a replay of an earlier message");

        var message = new Message { Routing = routing, Header = Parse(parts[0], "header"), Content = [] };
        if (message.Type.Length == 0)
            throw new InvalidMessageException("its header has no msg_type");
        try
        {
            return message with
            {
                ParentHeader = Parse(parts[1], "parent header"),
                Metadata = Parse(parts[2], "metadata"),
                Content = Parse(parts[3], "content"),
            };
        }
        catch (InvalidMessageException e)
        {
            return message with { Problem = $"The request cannot be read: {e.Reason}" };
        }
    }

    public IReadOnlyList<byte[]> Encode(
        string type, JsonObject content, JsonObject parent, params IReadOnlyList<byte[]> routing) =>
        Encode(new() { Routing = routing, Header = NewHeader(type), ParentHeader = parent, Content = content });

    public IReadOnlyList<byte[]> Encode(Message message)
    {
        byte[][] parts =
        [Write(message.Header), Write(message.ParentHeader), Write(message.Metadata), Write(message.Content)];
        return [.. message.Routing, _delimiter, signer.Sign(parts), .. parts];
    }

    public JsonObject NewHeader(string type) => new()
    {
        ["msg_id"] = Guid.NewGuid().ToString(),
        ["session"] = _session,
        ["username"] = "kernel",
        ["date"] = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
        ["msg_type"] = type,
        ["version"] = Message.ProtocolVersion,
    };

    private static JsonObject Parse(byte[] json, string part)
    {
        try
        {
            return WellFormedJson.Parse(json) is JsonObject fields
                ? fields : throw new InvalidMessageException($"its {part} is not an object");
        }
        catch (JsonException e)
        {
            throw new InvalidMessageException($"its {part} is not JSON: {e.Message}");
        }
    }

    private static byte[] Write(JsonObject fields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, _writing))
            fields.WriteTo(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
