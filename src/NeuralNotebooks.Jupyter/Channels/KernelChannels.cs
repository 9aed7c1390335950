using System.Net;

namespace NeuralNotebooks.Jupyter;

/// <summary>The five sockets of a kernel: requests on shell and control, outputs on iopub, input on stdin, and the
/// heartbeat.</summary>
internal sealed class KernelChannels : IDisposable
{
    /// <summary>The maximal number of log entries about messages and connections, so that unauthenticated clients
    /// cannot fill the log.</summary>
    private const int MaxLogEntries = 100;

    private readonly MessageCodec _codec;
    private readonly List<ListeningSocket> _sockets = [];
    private readonly PublisherSocket _iopub;
    private readonly Action<string> _log;
    private int _logEntries;

    public KernelChannels(ConnectionFile connection, Action<string> log)
    {
        _log = text =>
        {
            if (Interlocked.Increment(ref _logEntries) <= MaxLogEntries)
                log(text);
        };
        _codec = new MessageCodec(connection.Signer);
        try
        {
            OpenRouter("shell", connection.Shell, (peer, frames) => Receive(peer, frames, ShellRequests));
            OpenRouter("control", connection.Control, (peer, frames) => Receive(peer, frames, ControlRequests));
            Input = new InputChannel(OpenRouter("stdin", connection.Stdin, ReceiveInput), _codec);
            _iopub = Open(new PublisherSocket("iopub", connection.IOPub, _log));
            Open(new EchoSocket("heartbeat", connection.Heartbeat, _log));
        }
        catch (IOException)
        {
            _sockets.ForEach(socket => socket.Dispose());
            throw;
        }

        RouterSocket OpenRouter(string name, IPEndPoint endpoint, Action<Peer, IReadOnlyList<byte[]>> received) =>
            Open(new RouterSocket(name, endpoint, _log, received));

        T Open<T>(T socket)
            where T : ListeningSocket
        {
            _sockets.Add(socket);
            return socket;
        }
    }

    public BlockingCollection<ClientRequest> ShellRequests { get; } = new(WireLimits.WaitingRequests);

    /// <summary>Requests on the control socket, which are handled while a shell request is running.</summary>
    public BlockingCollection<ClientRequest> ControlRequests { get; } = new(WireLimits.WaitingRequests);

    public InputChannel Input { get; }

    public void Start()
    {
        foreach (ListeningSocket socket in _sockets)
            socket.Start();
    }

    /// <param name="parent">The header of the request that caused the message; empty if there is none.</param>
    /// <param name="patient">Whether to wait, within limits, for slow readers.</param>
    public void Publish(string type, JsonObject content, JsonObject parent, bool patient)
        => _iopub.Publish(_codec.Encode(type, content, parent, Encoding.UTF8.GetBytes(type)), patient);

    public void Flush(TimeSpan timeout)
    {
        long until = Environment.TickCount64 + (long)timeout.TotalMilliseconds;
        foreach (ListeningSocket socket in _sockets)
            socket.Flush(until);
    }

    public void Dispose()
    {
        foreach (ListeningSocket socket in _sockets)
            socket.Dispose();
        ShellRequests.CompleteAdding();
        ControlRequests.CompleteAdding();
    }

    private void Receive(Peer peer, IReadOnlyList<byte[]> frames, BlockingCollection<ClientRequest> requests)
    {
        if (Decode(peer, frames) is not { } message)
            return;
        try
        {
            requests.Add(new SocketRequest(message, peer, this));
        }
        catch (InvalidOperationException) when (requests.IsAddingCompleted)
        {
            // The kernel has ended, and answers nothing more.
        }
    }

    private void ReceiveInput(Peer peer, IReadOnlyList<byte[]> frames)
    {
        if (Decode(peer, frames) is { } message)
            Input.OnMessage(peer, message);
    }

    private Message? Decode(Peer peer, IReadOnlyList<byte[]> frames)
    {
        try
        {
            Message message = _codec.Decode(frames);
            if (!IsFromClient(message.Type))
                throw new InvalidMessageException("only the kernel sends messages of its type");
            peer.ProvenBy = peer;
            _sockets.ForEach(socket => socket.Recognize(peer));
            return message;
        }
        catch (InvalidMessageException e)
        {
            _log(e.Message);
            return null;
        }
    }

    /// <summary>Whether a valid signature proves that the sender has the key. The kernel's own publications are signed
    /// as well, and any client that has received one could send it back, so only types of messages that clients send
    /// are accepted. A client's comm_close, of which the kernel sends some, too, would have no effect.</summary>
    private static bool IsFromClient(string type)
        => type is "input_reply" or "comm_open" or "comm_msg"
            || (type.EndsWith("_request", StringComparison.Ordinal) && type != "input_request");

    private sealed class SocketRequest(Message message, Peer peer, KernelChannels channels) : ClientRequest(message)
    {
        public override void Publish(string type, JsonObject content, bool patient)
        {
            channels._iopub.Recognize(peer); // It may have connected after the request was received.
            channels.Publish(type, content, Message.Header, patient);
        }

        public override string Ask(string prompt, bool isPassword) =>
            channels.Input.Ask(Message, peer, prompt, isPassword);

        protected override void Reply(string type, JsonObject content) =>
            peer.Send(channels._codec.Encode(type, content, Message.Header, Message.Routing));
    }
}
