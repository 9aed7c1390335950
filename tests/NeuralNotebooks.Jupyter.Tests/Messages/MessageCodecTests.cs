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
            "c5725711611a71f369d996132f096424c55c73e5d7d3a69996ec21f94b2774a1", Encoding.ASCII.GetString(signature));
    }

    [Fact]
    public void A_message_survives_encoding_and_decoding()
    {
        var message = new Message
        {
            Routing =
                [[1, 2], []],
            Header = _codec.NewHeader("execute_request"),
            ParentHeader = new JsonObject { ["msg_id"] = "before" },
            Metadata = new JsonObject { ["deep"] = new JsonArray(1, 2) },
            Content = new JsonObject { ["code"] = "\"ü\" + '\U0001F600' + \"\u2028\"" },
        };

        Message back = _codec.Decode([.. _codec.Encode(message), [9, 9]]); // With a binary buffer.

        Assert.Equal("execute_request", back.Type);
        Assert.Equal(message.Text("code"), back.Text("code"));
        Assert.True(JsonNode.DeepEquals(message.ParentHeader, back.ParentHeader));
        Assert.True(JsonNode.DeepEquals(message.Metadata, back.Metadata));
        Assert.Equal(message.Routing, back.Routing);
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

    [Fact]
    public void What_is_not_signed_or_no_message_or_was_here_before_is_refused_with_the_reason()
    {
        byte[][] good = [.. _codec.Encode(Execute("1"))],
            decoded = [.. _codec.Encode(Execute("2"))],
            ofAnother = [.. new MessageCodec(new MessageSigner("another key")).Encode(Execute("1"))];
        _codec.Decode(decoded);

        Refused([[1], [2]], "no delimiter");
        Refused([[.. "<IDS|MSG>"u8], [1], [2]], "too few parts");
        Refused(ofAnother, "signature is wrong");
        Refused([good[0], [], .. good[2..]], "signature is wrong");
        for (int part = 2; part < good.Length; part++)
            Refused([.. good[..part], [.. good[part], (byte)' '], .. good[(part + 1)..]], "signature is wrong");
        Refused(decoded, "a replay of an earlier message");
        Refused(Signed(0, "not JSON"), "header is not JSON");
        Refused(Signed(0, "[1]"), "header is not an object");
        Refused(Signed(0, "{}"), "has no msg_type");
        Refused(Signed(0, "{\"msg_type\": 3}"), "has no msg_type");
        Refused(Signed(0, Nested(100_000)), "header is not JSON");

        void Refused(byte[][] frames, string reason) =>
            Fails.With<InvalidMessageException>(reason, () => _codec.Decode(frames));
    }

    [Fact]
    public void A_message_whose_header_can_be_read_says_what_else_cannot()
    {
        Says(Signed(3, "null"), "content is not an object");
        Says(Signed(1, "{\"a\": 1, \"a\": 2}"), "parent header is not JSON");
        Says(Signed(2, "{\"a\": NaN}"), "metadata is not JSON");
        Says(Signed(3, Nested(100_000)), "content is not JSON");
        Assert.Null(_codec.Decode(Signed(3, Nested(250))).Problem);

        void Says(byte[][] frames, string reason) => _codec.Decode(frames).Problem!.ShouldContain(reason);
    }

    [Fact]
    public void An_empty_key_is_refused() => Assert.Throws<ArgumentException>(() => new MessageSigner(""));

    private Message Execute(string code) =>
        new()
        {
            Header = _codec.NewHeader("execute_request"),
            Content = new JsonObject { ["code"] = code },
        };

    private static string Nested(int depth) => "{\"a\":" + new string('[', depth) + new string(']', depth) + "}";

    private static byte[][] Signed(int part, string text)
    {
        string[] parts = ["{\"msg_type\": \"x\"}", "{}", "{}", "{}"];
        parts[part] = text;
        return new MessageSigner(Key).Frames([.. parts.Select(Encoding.UTF8.GetBytes)]);
    }
}
