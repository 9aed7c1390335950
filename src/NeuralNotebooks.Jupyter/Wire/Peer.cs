using System.Net.Sockets;

namespace NeuralNotebooks.Jupyter;

/// <summary>One connection of a socket. Dedicated threads read and write it, so that it works even when a cell occupies
/// the whole thread pool.</summary>
internal sealed class Peer(Socket connection, ListeningSocket owner) : IDisposable
{
    private const int StackSize = 256 * 1024;
    private const int WriteBufferLength = 64 * 1024;

    private readonly Outbox _outbox = new();
    private readonly ManualResetEventSlim _handshakeEnded = new();
    private readonly NetworkStream _network = new(connection, ownsSocket: false);
    private volatile Peer? _provenBy;
    private volatile bool _isClosed;

    /// <summary>The ZeroMQ identity that the peer has chosen, by which a client's connections to several sockets are
    /// recognized; empty if it has none.</summary>
    public byte[] Identity { get; private set; } = [];

    public long Accepted { get; } = Stopwatch.GetTimestamp();

    /// <summary>The open connection by which the peer's client has proved that it has the key: this one, or one to
    /// another socket; null for an unproven peer.</summary>
    public Peer? ProvenBy
    {
        get => _provenBy is { _isClosed: false } proven ? proven : null;
        set => _provenBy = value;
    }

    public bool IsProven => ProvenBy is not null;

    /// <summary>The prefixes of the topics to which the peer has subscribed. Changed by its reading thread.</summary>
    public byte[][] Topics { get; set; } = [];

    public void Start() => NewThread("reader", Read).Start();

    /// <summary>Queues a message if there is room. A patient sender waits a limited time for a proven peer.</summary>
    public bool Send(IReadOnlyList<byte[]> frames, long? patientSince = null) =>
        IsProven
            ? _outbox.Add(FrameFlags.None, frames, WireLimits.UnreadBytes, patientSince)
            : _outbox.Add(FrameFlags.None, frames, WireLimits.UnprovenUnreadBytes);

    public void Flush(long until) => _outbox.WaitUntilEmpty(until);

    public void Dispose()
    {
        _isClosed = true;
        _outbox.Close();
        connection.Dispose();
    }

    private void Read()
    {
        try
        {
            NewThread("writer", Write).Start();
            var stream = new BufferedStream(_network); // Not disposed: the writer may still use the network stream.
            ShakeHands(stream, _network);
            owner.Join(this);
            _handshakeEnded.Set();
            while (ReadMessage(stream) is { } message)
                owner.OnMessage(this, message);
        }
        catch (WireException e)
        {
            owner.Log($"{owner.Name}: {e.Message}");
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // The peer has disconnected.
        }
        catch (Exception e)
        {
            owner.Log($"{owner.Name}: a peer is disconnected after an internal error: {e}");
        }
        finally
        {
            owner.Leave(this);
            Dispose();
            _handshakeEnded.Set();
        }
    }

    private void ShakeHands(Stream input, Stream output)
    {
        Greeting.Exchange(input, output);
        FrameStream.Write(output, FrameFlags.Command, ZmtpCommand.ReadyAs(owner.Type).ToBytes());

        if (FrameStream.Read(input, WireLimits.CommandBytes) is not { } frame)
            throw new EndOfStreamException();
        ZmtpCommand command = frame.IsCommand
            ? ZmtpCommand.Parse(frame.Body)
            : throw new WireException("The peer sends a message before it is READY.");
        if (command.Name == ZmtpCommand.Error)
            throw new WireException("The peer refuses the connection.");
        if (command.Name != ZmtpCommand.Ready)
            throw new WireException($"The peer sends {command.Name} before it is READY.");
        Dictionary<string, byte[]> properties = command.Properties();
        string type = Encoding.ASCII.GetString(properties.GetValueOrDefault("Socket-Type") ?? []);
        if (!owner.PeerTypes.Contains(type))
        {
            FrameStream.Write(output, FrameFlags.Command, ZmtpCommand.ErrorWith("Invalid socket type").ToBytes());
            throw new WireException($"A socket of type {type} cannot talk to one of type {owner.Type}.");
        }
        Identity = properties.GetValueOrDefault("Identity") ?? [];
        if (Identity.Length > WireLimits.NameBytes)
            throw new WireException($"A peer's identity is longer than {WireLimits.NameBytes} bytes.");
    }

    /// <summary>The frames of the next message; null at the end of the connection. Commands are handled as they
    /// arrive.</summary>
    private List<byte[]>? ReadMessage(Stream stream)
    {
        var frames = new List<byte[]>();
        int read = 0;
        while (FrameStream.Read(stream, owner.MaxMessageLength(this) - read) is { } frame)
        {
            if (frame.IsCommand)
            {
                Handle(ZmtpCommand.Parse(frame.Body));
                continue;
            }
            frames.Add(frame.Body);
            read += frame.Body.Length;
            if (frame.IsLast)
                return frames;
            if (frames.Count == WireLimits.Frames)
                throw new WireException($"A message has more than {WireLimits.Frames} frames.");
        }
        return null;
    }

    private void Handle(ZmtpCommand command)
    {
        switch (command.Name)
        {
            case ZmtpCommand.Ping:
                _outbox.Add(
                    FrameFlags.Command, [ZmtpCommand.PongTo(command).ToBytes()], WireLimits.UnprovenUnreadBytes);
                break;
            case ZmtpCommand.Subscribe:
                owner.OnSubscription(this, command.Data, wanted: true);
                break;
            case ZmtpCommand.Cancel:
                owner.OnSubscription(this, command.Data, wanted: false);
                break;
            case ZmtpCommand.Error:
                throw new WireException("The peer reports an error.");
        }
    }

    /// <summary>Disconnects the peer if its handshake takes too long. After the handshake, writes its
    /// messages.</summary>
    private void Write()
    {
        try
        {
            if (!_handshakeEnded.Wait(WireLimits.HandshakeTime))
            {
                Dispose();
                return;
            }
            var stream = new BufferedStream(_network, WriteBufferLength);
            while (_outbox.Take() is var (kind, frames))
            {
                for (int i = 0; i < frames.Count; i++)
                    FrameStream.Write(
                        stream, kind | (i < frames.Count - 1 ? FrameFlags.More : FrameFlags.None), frames[i]);
                if (!_outbox.HasMore)
                    stream.Flush();
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            Dispose(); // This also ends the reading thread.
        }
    }

    private Thread NewThread(string task, ThreadStart body) =>
        new(body, StackSize) { IsBackground = true, Name = $"{owner.Name} {task}" };
}
