namespace NeuralNotebooks.Jupyter.Tests;

[Collection(nameof(SharedKernel))]
public sealed class RequestTests(SharedKernel kernel) : IDisposable
{
    private readonly JupyterClient _client = kernel.Connect();

    [Fact]
    public void The_language_info_equals_that_of_the_course_s_notebooks()
    {
        string notebook = Directory.EnumerateFiles(Repository.At("notebooks"), "*.ipynb").First();
        JsonNode written = JsonNode.Parse(File.ReadAllText(notebook))!["metadata"]!["language_info"]!;

        Assert.True(JsonNode.DeepEquals(written, _client.Ask("kernel_info_request")["language_info"]));
    }

    [Fact]
    public void Every_request_is_framed_by_busy_and_idle()
    {
        string id = _client.SendTo(_client.Control, "kernel_info_request");

        Assert.Equal(
            ["busy", "idle"],
            new[] { _client.NextPublished(id), _client.NextPublished(id) }.Select(message =>
                message.Text("execution_state")!
            ));
    }

    [Fact]
    public void Completion_offers_names_of_earlier_cells_with_kind_and_signature()
    {
        _client.Execute("int answer = 42;");
        JsonObject reply = _client.AskUntil(
            answer => answer["matches"]!.AsArray().Count > 0,
            "complete_request",
            new JsonObject { ["code"] = "/* \U0001F600 */ ans + 1", ["cursor_pos"] = 11 });

        Assert.Equal("answer", (string?)Assert.Single(reply["matches"]!.AsArray()));
        Assert.Equal((8, 11), ((int)reply["cursor_start"]!, (int)reply["cursor_end"]!));
        JsonNode described = Assert.Single(reply["metadata"]!["_jupyter_types_experimental"]!.AsArray())!;
        Assert.Equal("instance", described.Text("type"));
        Assert.Equal("int", described.Text("signature"));
    }

    private static readonly byte[][] _brokenHeaders =
    [
        // Half of a surrogate pair in the id, in the type and in a property name.
        [.. """{"msg_type": "kernel_info_request", "msg_id": "\ud83d"}"""u8],
        [.. """{"msg_type": "\udc00_request", "msg_id": "a"}"""u8],
        [.. """{"msg_type": "kernel_info_request", "msg_id": "b", "\ud83d": 1}"""u8],
        // No UTF-8.
        [.. "{\"msg_type\": \"kernel_info_request\", \"msg_id\": \""u8, 0xFF, 0xC0, .. "\"}"u8],
        // Values of the wrong kind.
        [.. """{"msg_type": "kernel_info_request", "msg_id": {"deep": [null]}, "session": 1e999}"""u8],
    ];

    [Fact]
    public void No_signed_header_ends_a_channel_and_a_cell_with_half_of_a_surrogate_pair_is_run()
    {
        foreach (byte[] header in _brokenHeaders)
            foreach (ZmtpClient channel in (ZmtpClient[])[_client.Shell, _client.Control, _client.Stdin])
                _client.SendParts(channel, header, [.. "{}"u8]);

        Assert.Equal("ok", _client.Ask("kernel_info_request", channel: _client.Control).Text("status"));
        byte[] cell = [.. """{"msg_type": "execute_request", "msg_id": "half"}"""u8];
        _client.SendParts(_client.Shell, cell, [.. """{"code": "\"\ud83d\".Length"}"""u8]);
        Assert.Equal("1", _client.Finish("half").Result);
    }

    [Theory]
    [Cases('(', 100_000, ' ', 5_000_000)]
    public void Code_that_would_overflow_the_compiler_s_stack_is_answered(char part, int times)
    {
        var content = new JsonObject { ["code"] = new string(part, times), ["cursor_pos"] = times };

        foreach (
            (string type, string status) in (
                (string, string)[])[("execute", "error"), ("complete", "ok"), ("inspect", "ok")]
        )
            Assert.Equal(status, _client.Ask($"{type}_request", (JsonObject)content.DeepClone()).Text("status"));
        Assert.Equal(
            "invalid",
            _client.AskUntil(reply => reply.Text("status") != "unknown", "is_complete_request", content).Text("status")
        );
        Assert.Equal("1", _client.Execute("1").Result);
    }

    public void Dispose() => _client.Dispose();
}
