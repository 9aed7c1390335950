using System.Net.Sockets;

namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>A Jupyter client: sends requests, and collects what is published until the kernel is idle.</summary>
internal sealed class JupyterClient : IDisposable
{
    private readonly string _identity;
    private readonly string _key;
    private readonly MessageCodec _codec;
    private readonly ZmtpClient _iopub;
    private readonly KernelProcess _kernel;

    public JupyterClient(KernelProcess kernel, string? identity = null)
    {
        (_kernel, _key, _identity) = (kernel, kernel.Key, identity ?? Guid.NewGuid().ToString());
        _codec = new MessageCodec(new MessageSigner(kernel.Key));
        Shell = Open(kernel, 0, "DEALER");
        Control = Open(kernel, 1, "DEALER");
        Stdin = Open(kernel, 2, "DEALER");
        Stdin.Synchronize(); // It has joined before the client is known, as in Jupyter.
        _iopub = Open(kernel, 3, "SUB");
        _iopub.Subscribe(true, []);
        // A subscription takes a moment: like Jupyter, ask until a publication arrives.
        do SendTo(Shell, "kernel_info_request");
        while (_iopub.IsSilent(TimeSpan.FromMilliseconds(20)));
        Finish(SendTo(Shell, "kernel_info_request"));
    }

    public ZmtpClient Shell { get; }

    public ZmtpClient Control { get; }

    public ZmtpClient Stdin { get; }

    public string SendTo(ZmtpClient channel, string type, JsonObject? content = null)
    {
        (string id, IReadOnlyList<byte[]> frames) = Signed(type, content);
        channel.Send(frames);
        return id;
    }

    public void SendParts(ZmtpClient channel, byte[] header, byte[] content) =>
        channel.Send(new MessageSigner(_key).Frames(header, [.. "{}"u8], [.. "{}"u8], content));

    public (string Id, IReadOnlyList<byte[]> Frames) Signed(string type, JsonObject? content = null)
    {
        JsonObject header = _codec.NewHeader(type);
        return (header.Text("msg_id"), _codec.Encode(new Message { Header = header, Content = content ?? [] }));
    }

    public Message ReceiveFrom(ZmtpClient channel)
    {
        try
        {
            return _codec.Decode(channel.Receive());
        }
        catch (IOException e)
        {
            throw new IOException($"{e.Message} {_kernel.State}", e);
        }
    }

    public JsonObject Ask(string type, JsonObject? content = null, ZmtpClient? channel = null) =>
        Reply(channel ?? Shell, SendTo(channel ?? Shell, type, content));

    /// <summary>Asks again while there is no answer: on a busy machine, an analysis may run out of time.</summary>
    public JsonObject AskUntil(Predicate<JsonObject> isAnswer, string type, JsonObject content)
    {
        JsonObject reply = [];
        bool answered = SpinWait.SpinUntil(
            () => isAnswer(reply = Ask(type, (JsonObject)content.DeepClone())), ZmtpClient.WaitTimeout);
        Assert.True(answered, $"The last reply is {reply}");
        return reply;
    }

    public JsonObject Reply(ZmtpClient channel, string id) => Next(channel, id).Content;

    public static JsonObject Cell(string code) =>
        new()
        {
            ["code"] = code,
            ["silent"] = false,
            ["store_history"] = true,
            ["allow_stdin"] = true,
        };

    public string Begin(string code) => Begin(Cell(code));

    public string Begin(JsonObject cell) => SendTo(Shell, "execute_request", cell);

    public JsonObject Interrupt() => Ask("interrupt_request", channel: Control);

    public void ShutDown(ZmtpClient channel)
    {
        JsonObject reply = Ask("shutdown_request", new JsonObject { ["restart"] = true }, channel);
        Assert.Equal("""{"status":"ok","restart":true}""", reply.ToJsonString());
    }

    public Executed Execute(string code) => Finish(Begin(code));

    public Executed Finish(string id)
    {
        List<Message> published = PublishedUntilIdle(id);
        return new Executed(Reply(Shell, id), published);
    }

    public Executed Answer(ZmtpClient channel, string type, JsonObject content)
    {
        string id = SendTo(channel, type, (JsonObject)content.DeepClone());
        List<Message> published = PublishedUntilIdle(id);
        return new Executed(type.EndsWith("_request", StringComparison.Ordinal) ? Reply(channel, id) : [], published);
    }

    public List<Message> PublishedUntilIdle(string id)
    {
        var published = new List<Message>();
        while (true)
        {
            Message message = NextPublished(id);
            if (message.Type == "status" && message.Text("execution_state") == "idle")
                return published;
            if (message.Type != "status")
                published.Add(message);
        }
    }

    /// <summary>The publications for all requests, until this one is done.</summary>
    public List<Message> EverythingUntilIdle(string id)
    {
        var published = new List<Message>();
        while (
            ReceiveFrom(_iopub) is var message
            && !(message.Text("execution_state") == "idle" && message.ParentHeader["msg_id"]?.ToString() == id)
        )
            published.Add(message);
        return published;
    }

    public Message NextPublished(string id) => Next(_iopub, id);

    public void WaitForText(string id, string text)
    {
        while (NextPublished(id) is var message && !(message.Text("text")?.Contains(text) ?? false)) { }
    }

    public void Dispose()
    {
        foreach (ZmtpClient channel in (ZmtpClient[])[Shell, Control, Stdin, _iopub])
            channel.Dispose();
    }

    private Message Next(ZmtpClient channel, string id)
    {
        Message message;
        do message = ReceiveFrom(channel);
        while (message.ParentHeader["msg_id"]?.ToString() != id);
        return message;
    }

    private ZmtpClient Open(KernelProcess kernel, int channel, string type)
    {
        long until = Environment.TickCount64 + (long)ZmtpClient.WaitTimeout.TotalMilliseconds;
        while (true)
        {
            try
            {
                return ZmtpClient.Open(kernel.Ports[channel], type, _identity);
            }
            catch (SocketException) when (Environment.TickCount64 < until && !kernel.Process.HasExited)
            {
                Thread.Sleep(10);
            }
        }
    }
}

internal sealed record Executed(JsonObject Reply, List<Message> Published)
{
    public string Status => Reply.Text("status");

    public string Error => Reply.Text("ename");

    public string? Result => (string?)OfType("execute_result").SingleOrDefault()?.Content["data"]!["text/plain"];

    public IEnumerable<Message> OfType(string type) => Published.Where(message => message.Type == type);
}

internal static class JsonText
{
    public static byte[][] Frames(this MessageSigner signer, params byte[][] parts) =>
        [[.. "<IDS|MSG>"u8], signer.Sign(parts), .. parts];

    public static string Text(this JsonNode node, params string[] path) =>
        (string)path.Aggregate(node, (at, name) => at[name]!)!;
}
