using System.Text;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Jupyter.Tests;

public class MessageCodecTests
{
    private const string Key = "a0436f6c-1916-498b-8eb9-e81ab9368e84";
    private readonly MessageCodec _codec = new(new MessageSigner(Key));

    [Fact]
    public void A_signature_is_that_of_Python_s_hmac()
    {
        // python3 -c "import hmac, hashlib; print(hmac.new(b'a0436f6c-…', b'{}{}{}{}', hashlib.sha256).hexdigest())"
        byte[] signature = new MessageSigner(Key).Sign(Enumerable.Repeat("{}"u8.ToArray(), 4));

        Assert.Equal(
            "c5725711611a71f369d996132f096424c55c73e5d7d3a69996ec21f94b2774a1",
            Encoding.ASCII.GetString(signature)
        );
    }

    [Fact]
    public void A_message_survives_encoding_and_decoding()
    {
        var message = new Message
        {
            Routing =
            [
                [1, 2],
                [],
            ],
            Header = _codec.NewHeader("execute_request"),
            ParentHeader = new JsonObject { ["msg_id"] = "before" },
            Metadata = new JsonObject { ["deep"] = new JsonArray(1, 2) },
            Content = new JsonObject { ["code"] = "\"ü\" + '\U0001F600' + \"\u2028\"" },
            Buffers =
            [
                [9, 9],
            ],
        };

        Message back = _codec.Decode(_codec.Encode(message));

        Assert.Equal("execute_request", back.Type);
        Assert.Equal(message.Text("code"), back.Text("code"));
        Assert.True(JsonNode.DeepEquals(message.ParentHeader, back.ParentHeader));
        Assert.True(JsonNode.DeepEquals(message.Metadata, back.Metadata));
        Assert.Equal(message.Routing, back.Routing);
        Assert.Equal(message.Buffers, back.Buffers);
    }

    [Fact]
    public void An_unpaired_surrogate_does_not_break_a_message()
    {
        Message back = _codec.Decode(_codec.Encode(Execute("\uD83D broken")));

        Assert.Equal("\uFFFD broken", back.Text("code"));
    }

    [Fact]
    public void An_escaped_unpaired_surrogate_can_be_read_and_sent_back()
    {
        byte[][] parts =
        [
            [.. """{"msg_type": "x", "msg_id": "\ud83d"}"""u8],
            [.. "{}"u8],
            [.. "{}"u8],
            [.. """{"code": "\ude00"}"""u8],
        ];
        Message message = _codec.Decode(new MessageSigner(Key).Frames(parts));

        Assert.Equal("\uFFFD", message.Text("code"));
        Message reply = _codec.Decode(
            _codec.Encode(
                new Message
                {
                    Header = _codec.NewHeader("x"),
                    ParentHeader = message.Header,
                    Content = [],
                }
            )
        );
        Assert.Equal("\uFFFD", reply.ParentHeader.Text("msg_id"));
    }

    [Fact]
    public void A_wrong_or_an_empty_signature_is_refused()
    {
        byte[][] frames = [.. new MessageCodec(new MessageSigner("another key")).Encode(Execute("1"))];
        Refusal(frames).ShouldContain("signature is wrong");
        frames[1] = [];
        Refusal(frames).ShouldContain("signature is wrong");
    }

    [Theory]
    [Cases(2, 3, 4, 5)]
    public void A_part_that_was_changed_on_the_way_is_refused(int part)
    {
        byte[][] frames = [.. _codec.Encode(Execute("1"))];
        frames[part] = [.. frames[part], (byte)' '];

        Refusal(frames).ShouldContain("signature is wrong");
    }

    [Fact]
    public void A_replayed_message_is_refused()
    {
        IReadOnlyList<byte[]> frames = _codec.Encode(Execute("1"));
        _codec.Decode(frames);

        Refusal(frames).ShouldContain("a replay of an earlier message");
    }

    [Fact]
    public void The_number_of_remembered_signatures_is_bounded()
    {
        var seen = new SeenSignatures(capacity: 2);

        Assert.True(seen.Add("a"));
        Assert.True(seen.Add("b"));
        Assert.False(seen.Add("a"));
        Assert.True(seen.Add("c"));
        Assert.True(seen.Add("a"));
    }

    [Theory]
    [InlineData(0, "not JSON", "header is not JSON")]
    [InlineData(0, "[1]", "header is not an object")]
    [InlineData(0, "{}", "names no msg_type")]
    [InlineData(0, "{\"msg_type\": 3}", "names no msg_type")]
    [InlineData(3, "null", "content is not an object")]
    [InlineData(1, "{\"a\": 1, \"a\": 2}", "parent header is not JSON")]
    [InlineData(2, "{\"a\": NaN}", "metadata is not JSON")]
    public void What_is_signed_but_not_a_message_is_refused(int part, string text, string reason) =>
        Refusal(Signed(part, text)).ShouldContain(reason);

    [Fact]
    public void JSON_that_is_nested_too_deeply_is_refused() =>
        Refusal(Signed(3, "{\"a\":" + new string('[', 100_000) + new string(']', 100_000) + "}"))
            .ShouldContain("content is not JSON");

    [Fact]
    public void Frames_without_a_delimiter_or_with_too_few_parts_are_refused()
    {
        Refusal([
                [1],
                [2],
            ])
            .ShouldContain("no delimiter");
        Refusal([
                [.. "<IDS|MSG>"u8],
                [1],
                [2],
            ])
            .ShouldContain("too few parts");
    }

    [Fact]
    public void An_empty_key_is_refused() => Assert.Throws<ArgumentException>(() => new MessageSigner(""));

    private Message Execute(string code) =>
        new()
        {
            Header = _codec.NewHeader("execute_request"),
            Content = new JsonObject { ["code"] = code },
        };

    private static byte[][] Signed(int part, string text)
    {
        string[] parts = ["{\"msg_type\": \"x\"}", "{}", "{}", "{}"];
        parts[part] = text;
        return new MessageSigner(Key).Frames([.. parts.Select(Encoding.UTF8.GetBytes)]);
    }

    private string Refusal(IReadOnlyList<byte[]> frames) =>
        Assert.Throws<MessageRefusedException>(() => _codec.Decode(frames)).Message;
}
