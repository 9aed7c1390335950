using System.Net.Sockets;
using System.Text;

namespace NeuralNotebooks.Jupyter;

/// <summary>One connection of a socket. It has threads of its own, so that it is served however busy a cell keeps the thread pool.</summary>
internal sealed class Peer : IDisposable
{
    private const int StackSize = 256 * 1024;
    private const int WriteBuffer = 64 * 1024;

    private readonly Socket _connection;
    private readonly ListeningSocket _owner;
    private readonly Outbox _outbox = new();

    public Peer(Socket connection, ListeningSocket owner) => (this._connection, this._owner) = (connection, owner);

    /// <summary>The name that the peer has given itself, by which its connections to several sockets are recognized; empty if none.</summary>
    public byte[] Identity { get; private set; } = [];

    public void Start() => NewThread("reader", Read).Start();

    /// <summary>Sends a message, if there is room for it; a patient sender waits a while for room.</summary>
    public void Send(IReadOnlyList<byte[]> frames, bool patient) => _outbox.Add(FrameFlags.None, frames, patient);

    public void Flush(long until) => _outbox.WaitUntilEmpty(until);

    public void Dispose()
    {
        _outbox.Close();
        _connection.Dispose();
    }

    private void Read()
    {
        try
        {
            using var network = new NetworkStream(_connection, ownsSocket: false);
            using var stream = new BufferedStream(network);
            using (new Timer(_ => Dispose(), null, WireLimits.Handshake, Timeout.InfiniteTimeSpan))
                ShakeHands(stream, network);
            _owner.Join(this);
            NewThread("writer", Write).Start();
            while (ReadMessage(stream) is { } message)
                _owner.Received(this, message);
        }
        catch (WireException e)
        {
            _owner.Log($"{_owner.Name}: {e.Message}");
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // The peer has gone, which is its right.
        }
        catch (Exception e)
        {
            _owner.Log($"{_owner.Name}: a peer is disconnected after an error of the kernel: {e}");
        }
        finally
        {
            _owner.Leave(this);
            Dispose();
        }
    }

    private void ShakeHands(Stream input, Stream output)
    {
        Greeting.Exchange(input, output);
        FrameStream.Write(output, FrameFlags.Command, Command.ReadyAs(_owner.Type).ToBytes());

        if (FrameStream.Read(input, WireLimits.Command) is not { } frame)
            throw new EndOfStreamException();
        Command command = frame.IsCommand ? Command.Parse(frame.Body) : throw new WireException("The peer sends a message before it is READY.");
        if (command.Name == Command.Error)
            throw new WireException("The peer refuses the connection.");
        if (command.Name != Command.Ready)
            throw new WireException($"The peer sends {command.Name} before it is READY.");
        Dictionary<string, byte[]> properties = command.Properties();
        string type = Encoding.ASCII.GetString(properties.GetValueOrDefault("Socket-Type") ?? []);
        if (!_owner.PeerTypes.Contains(type))
        {
            FrameStream.Write(output, FrameFlags.Command, Command.ErrorWith("Invalid socket type").ToBytes());
            throw new WireException($"A socket of type {type} cannot talk to one of type {_owner.Type}.");
        }
        Identity = properties.GetValueOrDefault("Identity") ?? [];
    }

    /// <summary>The frames of the next message, or null at the end. Commands between messages are followed.</summary>
    private List<byte[]>? ReadMessage(Stream stream)
    {
        var frames = new List<byte[]>();
        int left = WireLimits.Message;
        while (FrameStream.Read(stream, left) is { } frame)
        {
            if (frame.IsCommand)
            {
                Follow(Command.Parse(frame.Body));
                continue;
            }
            frames.Add(frame.Body);
            left -= frame.Body.Length;
            if (frame.IsLast)
                return frames;
            if (frames.Count == WireLimits.Frames)
                throw new WireException($"A message has more than {WireLimits.Frames} frames.");
        }
        return null;
    }

    private void Follow(Command command)
    {
        switch (command.Name)
        {
            case Command.Ping:
                _outbox.Add(FrameFlags.Command, [Command.PongTo(command).ToBytes()], patient: false);
                break;
            case Command.Subscribe:
                _owner.Subscribed(this, command.Data, wanted: true);
                break;
            case Command.Cancel:
                _owner.Subscribed(this, command.Data, wanted: false);
                break;
            case Command.Error:
                throw new WireException("The peer reports an error.");
        }
    }

    private void Write()
    {
        try
        {
            using var stream = new BufferedStream(new NetworkStream(_connection, ownsSocket: false), WriteBuffer);
            while (_outbox.Take() is var (kind, frames))
            {
                for (int i = 0; i < frames.Count; i++)
                    FrameStream.Write(stream, kind | (i < frames.Count - 1 ? FrameFlags.More : FrameFlags.None), frames[i]);
                if (!_outbox.HasMore)
                    stream.Flush();
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            Dispose(); // The reader notices.
        }
    }

    private Thread NewThread(string task, ThreadStart body) => new(body, StackSize) { IsBackground = true, Name = $"{_owner.Name} {task}" };
}
