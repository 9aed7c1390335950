using System.Net;
using System.Net.Sockets;

namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>Sockets as ZMTP 3.0 and 3.1 (rfc.zeromq.org/spec/23 and /37) describe them.</summary>
[Collection(nameof(Alone))]
public sealed class WireTests : IDisposable
{
    private readonly int _port = FreePort.Next();
    private readonly IPEndPoint _endpoint;
    private readonly ConcurrentQueue<string> _log = [];
    private readonly List<IDisposable> _opened = [];

    public WireTests() => _endpoint = new(IPAddress.Loopback, _port);

    [Fact]
    public void The_greeting_READY_and_ERROR_are_those_of_the_specification()
    {
        Router();
        ZmtpClient client = Connect();
        client.SendRaw(Greeting.Bytes);
        byte[] ready = [.. "\u0005READY\u000BSocket-Type\0\0\0\u0006ROUTER\u0008Identity\0\0\0\0"u8];
        byte[] greeting = [0xFF, .. new byte[8], 0x7F, 3, 1, .. "NULL"u8, .. new byte[48]];
        Assert.Equal(greeting, client.ReceiveRaw(64));
        Assert.Equal([4, (byte)ready.Length, .. ready], client.ReceiveRaw(2 + ready.Length));

        client.SendCommand(ZmtpClient.Ready("SUB", ""));

        Assert.Equal("ERROR", client.ReceiveCommand().Name);
        IsRefused(client, "A socket of type SUB cannot talk to one of type ROUTER.");
    }

    [Fact]
    public void A_router_answers_the_peer_that_asked_and_PING_with_its_context()
    {
        Router();
        ZmtpClient one = Open(), other = Open();

        one.Send("question", "of one");
        other.Send("question", "of another");

        Assert.Equal(["question", "of one"], one.ReceiveTexts());
        Assert.Equal(["question", "of another"], other.ReceiveTexts());

        one.SendCommand(new ZmtpCommand("PING", [0, 10, .. "context"u8]));
        ZmtpCommand answer = one.ReceiveCommand();
        Assert.Equal("PONG", answer.Name);
        Assert.Equal("context"u8.ToArray(), answer.Data);
    }

    [Theory]
    [Cases(0, 255, 256, WireLimits.UnprovenBytes + 1)]
    public void Frames_of_any_length_come_through_from_a_peer_with_the_key(int length)
    {
        Router();
        ZmtpClient client = Open();
        Echoes(client);
        string text = new('x', length);

        client.Send(text, "", text);

        Assert.Equal([text, "", text], client.ReceiveTexts());
        client.SendRaw(2, 0, 0, 0, 0, 0, 0, 0, 1, (byte)'x'); // A long frame may be short.
        Assert.Equal(["x"], client.ReceiveTexts());
    }

    /// <summary>By a message as in ZMTP 3.0, or by a command as in 3.1.</summary>
    [Theory]
    [Cases(false, true)]
    public void A_publisher_sends_to_subscribers_of_a_prefix_of_the_topic_until_they_cancel(bool byCommand)
    {
        PublisherSocket publisher = Publisher();
        ZmtpClient client = Open("SUB"), none = Open("SUB");
        Subscribe(true, "a");
        Subscribe(true, "b");

        Publish("a1", "b1", "c1");
        Assert.Equal(["a1"], client.ReceiveTexts());
        Assert.Equal(["b1"], client.ReceiveTexts());

        Subscribe(false, "a");
        Publish("a2", "b2");
        Assert.Equal(["b2"], client.ReceiveTexts());
        none.Synchronize(); // Fails if another message arrives before the reply.

        void Subscribe(bool wanted, string topic)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(topic);
            if (byCommand)
                client.SendCommand(new ZmtpCommand(wanted ? "SUBSCRIBE" : "CANCEL", bytes));
            else
                client.Subscribe(wanted, bytes);
            client.Synchronize();
        }

        void Publish(params string[] topics)
        {
            foreach (string topic in topics)
                publisher.Publish([Encoding.UTF8.GetBytes(topic)], patient: false);
        }
    }

    /// <summary>The bytes that a peer sends, and the resulting line in the log.</summary>
    public static TheoryData<byte[], string> Refused =>
        new()
        {
            { Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\n\r\n".PadRight(96)), "" },
            { Encoding.ASCII.GetBytes("SSH-2.0-OpenSSH_9.2".PadRight(98) + "\r\n"), "" },
            { [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 1, 5, 0, 0], "older ZMTP" },
            { [.. Greeting.Bytes[..12], .. "PLAIN"u8, .. Greeting.Bytes[17..]], "PLAIN" },
            { [.. Hello("DEALER"), 0x80, 1, 0], "" }, // unknown flags
            { [.. Hello("DEALER"), 5, 1, 0], "" }, // a command of several frames
            { [.. Hello("DEALER"), 4, 0], "" }, // a command without a name
            { [.. Hello("DEALER"), 4, 2, 9, 0], "" }, // a command with a truncated name
            { [.. Hello("DEALER"), 2, 0x80, 0, 0, 0, 0, 0, 0, 0], "" }, // a frame of 2⁶³ bytes
            { [.. Hello("DEALER"), 2, 0, 0, 0, 0, 0x40, 0, 0, 0], "" }, // a frame of a gigabyte
            { [.. Hello("DEALER"), 6, 0, 0, 0, 0, 0, 0x10, 0, 0], "" }, // a command of a megabyte
            {
                [.. Hello("DEALER"), .. Enumerable.Repeat<byte[]>([1, 0], WireLimits.Frames + 1).SelectMany(f => f)],
                "more than 1024 frames"
            },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_peer_that_speaks_another_protocol_or_version_or_sends_a_malformed_frame_is_disconnected(
        byte[] words, string reason)
    {
        Router();
        ZmtpClient client = Connect();

        client.SendRaw(words);

        IsRefused(client, reason);
    }

    [Theory]
    [Cases(true, false)]
    public void A_topic_that_is_too_long_is_refused(bool byCommand)
    {
        Publisher();
        ZmtpClient client = Open("SUB");
        byte[] topic = new byte[WireLimits.NameBytes + 1];

        if (byCommand)
            client.SendCommand(new ZmtpCommand("SUBSCRIBE", topic));
        else
            client.Subscribe(true, topic);

        Assert.True(client.IsClosed());
    }

    [Fact]
    public void A_peer_without_the_key_is_disconnected_if_it_announces_a_long_message()
    {
        Router(known: false);
        ZmtpClient greedy = Open(), modest = Open();
        string text = new('x', WireLimits.UnprovenBytes);

        modest.Send(text);
        Assert.Equal([text], modest.ReceiveTexts());
        greedy.SendRaw(2, 0, 0, 0, 0, 0, 4, 0, 1); // One byte more is announced.

        IsRefused(greedy, "exceeds the limit");
    }

    [Fact]
    public void Of_the_subscribers_that_do_not_read_those_of_no_known_client_are_disconnected()
    {
        PublisherSocket publisher = Publisher();
        ZmtpClient[] clients = Several(3, "SUB");
        publisher.Recognize(publisher.Peers[1]);
        foreach (ZmtpClient client in clients)
        {
            client.Subscribe(true, []);
            client.Synchronize();
        }
        byte[] megabyte = new byte[1024 * 1024];

        for (int sent = 0; sent < 4 * WireLimits.UnreadBytes; sent += megabyte.Length)
            publisher.Publish([megabyte], patient: true);

        Assert.True(clients[0].IsClosed());
        Assert.True(clients[2].IsClosed());
        Wait.Until(() => publisher.Peers.Count == 1);
    }

    [Fact]
    public void A_heartbeat_echoes_what_it_receives_and_reads_no_further_from_a_peer_that_does_not_read()
    {
        Started(new EchoSocket("heartbeat", _endpoint, _log.Enqueue));
        ZmtpClient client = Open("REQ");
        client.Send("", "ping");
        Assert.Equal(["", "ping"], client.ReceiveTexts());
        const int most = 100_000_000;
        byte[] ping = [2, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, .. new byte[0xFFFF]];

        long sent = 0;
        for (; sent < most && client.CanSend(TimeSpan.FromMilliseconds(500)); sent += ping.Length)
            client.SendRaw(ping);

        Assert.InRange(sent, 1, most - 1);
    }

    [Fact]
    public void The_oldest_peer_without_the_key_gives_way_and_where_all_have_it_a_new_one_waits_until_one_has_left()
    {
        Router();
        ZmtpClient[] clients = Several(WireLimits.Peers);
        Echoes(clients[0]);

        ZmtpClient late = Open();

        Assert.True(clients[1].IsClosed());
        Assert.True(clients[2].IsSilent(TimeSpan.Zero));
        ZmtpClient[] holders = [clients[0], .. clients[2..], late];
        Array.ForEach(holders, Echoes);

        Assert.True(Connect().IsClosed());
        Array.ForEach(holders, client => client.Dispose());
        Wait.Until(Answers);
    }

    [Fact]
    public void A_socket_listens_on_its_address_only()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has all of 127.0.0.0/8 on the loopback interface.");
        Router();
        using var elsewhere = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

        Assert.Throws<SocketException>(() => elsewhere.Connect("127.0.0.2", _port));
    }

    public void Dispose() => _opened.ForEach(socket => socket.Dispose());

    [Fact]
    public void A_peer_is_still_written_to_when_its_reading_thread_has_ended()
    {
        Peer? peer = null;
        using ManualResetEventSlim ended = new(), received = new();
        void Hold(string line)
        {
            ended.Set();
            received.Wait(ZmtpClient.WaitTimeout);
        }
        Started(new RouterSocket("router", _endpoint, Hold, (from, _) => (peer = from).ProvenBy = from));
        ZmtpClient client = Open();
        client.Send("hello");
        Wait.Until(() => peer?.IsProven == true);

        client.SendRaw(0xFF); // No frame begins like this: the reading thread ends, and is held where it logs that.
        Assert.True(ended.Wait(ZmtpClient.WaitTimeout));
        peer!.Send(["last"u8.ToArray()]);

        Assert.Equal(["last"], client.ReceiveTexts());
        received.Set();
    }

    /// <summary>A router that sends back what it receives.</summary>
    /// <param name="known">Whether it treats what it receives as signed.</param>
    private void Router(bool known = true) =>
        Started(
            new RouterSocket(
                "router",
                _endpoint,
                _log.Enqueue,
                (peer, frames) =>
                {
                    if (known)
                        peer.ProvenBy = peer;
                    peer.Send(frames);
                }));

    private PublisherSocket Publisher() => Started(new PublisherSocket("publisher", _endpoint, _log.Enqueue));

    private T Started<T>(T socket)
        where T : ListeningSocket
    {
        socket.Start();
        return Kept(socket);
    }

    private ZmtpClient Connect() => Kept(ZmtpClient.Connect(_port));

    private ZmtpClient Open(string type = "DEALER")
    {
        ZmtpClient client = Connect().ShakeHands(type);
        client.Synchronize(); // Peers join in the order of the calls.
        return client;
    }

    private ZmtpClient[] Several(int count, string type = "DEALER") =>
        [.. Enumerable.Range(0, count).Select(_ => Open(type))];

    private T Kept<T>(T one)
        where T : IDisposable
    {
        _opened.Add(one);
        return one;
    }

    private static byte[] Hello(string type) =>
        [.. Greeting.Bytes, .. ZmtpClient.Framed(FrameFlags.Command, ZmtpClient.Ready(type, "me").ToBytes())];

    private static void Echoes(ZmtpClient client)
    {
        client.Send("still there?");
        Assert.Equal(["still there?"], client.ReceiveTexts());
    }

    private void IsRefused(ZmtpClient client, string reason)
    {
        Assert.True(client.IsClosed());
        Assert.Contains(_log, line => line.Contains(reason));
        Assert.True(Answers());
    }

    private bool Answers()
    {
        try
        {
            Echoes(Open());
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
