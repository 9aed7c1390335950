namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>Random messages that are signed with the key: they are rejected or answered by a valid message.</summary>
public sealed class SignedContentFuzzTests : IDisposable
{
    private static readonly string[] _types =
    [
        "complete_request", "inspect_request", "is_complete_request", "history_request", "comm_info_request",
        "comm_open", "kernel_info_request", "interrupt_request", "strange_request",
    ];

    private static readonly string[] _contents =
    [
        """{"code": "Console.Wri", "cursor_pos": 11, "detail_level": 1}""",
        """{"hist_access_type": "search", "pattern": "*a?", "n": 5,"""
            + """ "unique": true, "output": true, "raw": true, "session": 0, "start": 1, "stop": 9}""",
        """{"comm_id": "one", "target_name": "two", "data": {"deep": [1, null, {"x": -1e5}]}}""",
        """{"type": "request", "seq": 4, "command": "initialize","""
            + """ "code": "var x = \"\ud83d\ude00\";", "cursor_pos": 3}""",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly MessageSigner _signer = new("the key");
    private readonly KernelSession _session;

    public SignedContentFuzzTests() => _session = new KernelSession(_folder.Path);

    [Fact]
    public void Whatever_is_signed_is_refused_or_answered()
    {
        var codec = new MessageCodec(_signer);
        var handlers = new RequestHandlers(_session, end: () => { });
        Fuzz.Run(random =>
        {
            byte[] header = Encoding.UTF8.GetBytes(
                $$"""{"msg_id": "{{random.Next()}}", "msg_type": "{{Fuzz.Pick(random, _types)}}","""
                    + """ "session": "s", "version": "5.4"}""");
            byte[] content = Encoding.UTF8.GetBytes(Fuzz.Pick(random, _contents));
            byte[][] parts =
            [
                random.Next(2) == 0 ? header : Fuzz.Mutate(random, header),
                [.. "{}"u8],
                [.. "{}"u8],
                Fuzz.Mutate(random, content),
            ];
            Message message;
            try
            {
                message = codec.Decode([[1, 2], .. _signer.Frames(parts)]);
            }
            catch (InvalidMessageException)
            {
                return;
            }
            int answers = 0;
            using var requests = new BlockingCollection<ClientRequest> { new FakeRequest(message, Send) };
            requests.CompleteAdding();
            var channel = random.Next(2) == 0 ? handlers.Shell : handlers.Control;
            new RequestLoop(requests, channel, text => text.ShouldNotContain("could not be answered")).Run();
            // Busy, perhaps a reply, idle.
            Assert.True(answers >= (message.Type.EndsWith("_request", StringComparison.Ordinal) ? 3 : 2));

            // Encoded and decoded as by the sockets and a client.
            void Send(string type, JsonObject content)
            {
                Message answer = new()
                {
                    Header = codec.NewHeader(type),
                    ParentHeader = (JsonObject)message.Header.DeepClone(),
                    Content = content,
                };
                Assert.Equal(type, codec.Decode(codec.Encode(answer)).Type);
                answers++;
            }
        });
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }
}
