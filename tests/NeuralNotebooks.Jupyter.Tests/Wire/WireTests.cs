using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>Sockets as ZMTP 3.0 and 3.1 (rfc.zeromq.org/spec/23 and /37) describe them.</summary>
[Collection(nameof(Alone))]
public sealed class WireTests : IDisposable
{
    private readonly int _port = FreePort.Next();
    private readonly ConcurrentQueue<string> _log = [];
    private readonly List<IDisposable> _opened = [];

    [Fact]
    public void The_greeting_and_READY_are_those_of_the_specification()
    {
        Router();
        ZmtpClient client = Connect();
        client.SendRaw(Greeting.Bytes);
        byte[] ready = [.. "\u0005READY\u000BSocket-Type\0\0\0\u0006ROUTER\u0008Identity\0\0\0\0"u8];
        byte[] greeting = [0xFF, .. new byte[8], 0x7F, 3, 1, .. "NULL"u8, .. new byte[48]];
        Assert.Equal(greeting, client.ReceiveRaw(64));
        Assert.Equal([4, (byte)ready.Length, .. ready], client.ReceiveRaw(2 + ready.Length));
    }

    [Fact]
    public void A_router_answers_the_peer_that_asked_and_PING_with_its_context()
    {
        Router();
        ZmtpClient one = Open();
        ZmtpClient other = Open();

        one.Send("question", "of one");
        other.Send("question", "of another");

        Assert.Equal(["question", "of one"], one.ReceiveTexts());
        Assert.Equal(["question", "of another"], other.ReceiveTexts());

        one.SendCommand(new Command("PING", [0, 10, .. "context"u8]));
        Command answer = one.ReceiveCommand();
        Assert.Equal("PONG", answer.Name);
        Assert.Equal("context"u8.ToArray(), answer.Data);
    }

    [Theory]
    [Cases(0, 255, 256, 5_000_000)]
    public void Frames_of_any_length_come_through(int length)
    {
        Router();
        ZmtpClient client = Open();
        string text = new('x', length);

        client.Send(text, "", text);

        Assert.Equal([text, "", text], client.ReceiveTexts());
        client.SendRaw(2, 0, 0, 0, 0, 0, 0, 0, 1, (byte)'x'); // A long frame may be short.
        Assert.Equal(["x"], client.ReceiveTexts());
    }

    [Fact]
    public void A_publisher_sends_to_subscribers_of_a_prefix_of_the_topic()
    {
        PublisherSocket publisher = Publisher();
        ZmtpClient all = Open("SUB");
        ZmtpClient some = Open("SUB");
        ZmtpClient none = Open("SUB");
        all.Subscribe(); // ZMTP 3.0
        some.SendCommand(new Command("SUBSCRIBE", [.. "str"u8])); // ZMTP 3.1
        PublishUntilReceived(publisher, all, "hello");
        PublishUntilReceived(publisher, some, "str");

        Publish(publisher, "status");
        Publish(publisher, "stream");

        Assert.Equal("stream", ReceiveAfter(all, "status"));
        Assert.Equal("stream", ReceiveAfter(some, "str"));
        none.SendCommand(new Command("PING", [0, 0]));
        Assert.Equal("PONG", none.ReceiveCommand().Name); // and nothing before it
    }

    [Theory]
    [Cases(true, false)]
    public void A_subscription_can_be_cancelled(bool byCommand)
    {
        PublisherSocket publisher = Publisher();
        ZmtpClient client = Open("SUB");
        client.Subscribe([.. "a"u8]);
        client.Subscribe([.. "b"u8]);
        PublishUntilReceived(publisher, client, "a");
        if (byCommand)
            client.SendCommand(new Command("CANCEL", [.. "a"u8]));
        else
            client.Send([
                [0, .. "a"u8],
            ]);
        client.SendCommand(new Command("PING", [0, 0]));
        while (!FrameIsCommand(client)) { }

        Publish(publisher, "a");
        Publish(publisher, "b");

        Assert.Equal(["b"], client.ReceiveTexts());
    }

    [Fact]
    public void A_socket_of_the_wrong_type_gets_an_error()
    {
        Router();
        ZmtpClient client = Connect();
        client.SendRaw(Greeting.Bytes);
        client.ReceiveRaw(64);
        client.SendCommand(ZmtpClient.Ready("SUB", ""));
        client.ReceiveCommand();

        Assert.Equal("ERROR", client.ReceiveCommand().Name);
        IsRefused(client);
    }

    /// <summary>What a peer says, after the handshake or in place of it, and what the log says of it.</summary>
    public static TheoryData<bool, byte[], string> Refused =>
        new()
        {
            { false, Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\n\r\n".PadRight(96)), "" },
            { false, Encoding.ASCII.GetBytes("SSH-2.0-OpenSSH_9.2".PadRight(98) + "\r\n"), "" },
            { false, [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 1, 5, 0, 0], "older ZMTP" },
            { false, [.. Greeting.Bytes[..12], .. "PLAIN"u8, .. Greeting.Bytes[17..]], "PLAIN" },
            { true, [0x80, 1, 0], "" }, // unknown flags
            { true, [5, 1, 0], "" }, // a command of several frames
            { true, [4, 0], "" }, // a command without a name
            { true, [4, 2, 9, 0], "" }, // a command with a truncated name
            { true, [2, 0x80, 0, 0, 0, 0, 0, 0, 0], "" }, // a frame of 2⁶³ bytes
            { true, [2, 0, 0, 0, 0, 0x40, 0, 0, 0], "" }, // a frame of a gigabyte
            { true, [6, 0, 0, 0, 0, 0, 0x10, 0, 0], "" }, // a command of a megabyte
            // too many frames
            { true, [.. Enumerable.Repeat<byte[]>([1, 0], WireLimits.Frames + 1).SelectMany(frame => frame)], "" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_peer_that_speaks_another_protocol_or_version_or_sends_a_malformed_frame_is_disconnected(
        bool isAfterHandshake,
        byte[] words,
        string reason
    )
    {
        Router();
        ZmtpClient client = isAfterHandshake ? Open() : Connect();

        client.SendRaw(words);

        IsRefused(client, reason);
    }

    [Fact]
    public void An_announced_length_allocates_nothing_before_the_bytes_arrive()
    {
        Router();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        ZmtpClient[] clients = Several(20);
        foreach (ZmtpClient client in clients)
            client.SendRaw(2, 0, 0, 0, 0, 1, 0, 0, 0, 1); // 16 MB, and one byte of it

        StillWorks();

        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 3 * WireLimits.UnknownPeers);
    }

    [Fact]
    public void A_message_that_arrives_byte_by_byte_is_assembled()
    {
        Router();
        ZmtpClient client = Connect();
        foreach (
            byte b in (byte[])
                [
                    .. Greeting.Bytes,
                    4,
                    (byte)ZmtpClient.Ready("DEALER", "me").ToBytes().Length,
                    .. ZmtpClient.Ready("DEALER", "me").ToBytes(),
                    1,
                    1,
                    (byte)'a',
                    0,
                    1,
                    (byte)'b',
                ]
        )
            client.SendRaw(b);
        client.ReceiveRaw(64);
        client.ReceiveCommand();

        Assert.Equal(["a", "b"], client.ReceiveTexts());
    }

    [Fact]
    public void Peers_without_the_key_cannot_take_more_memory_than_their_budget()
    {
        Router(known: false);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        byte[] megabyte = new byte[1024 * 1024];
        ZmtpClient[] clients = Several(20);
        foreach (ZmtpClient client in clients)
        {
            client.SendRaw(2, 0, 0, 0, 0, 0, 0x30, 0, 0); // 3 MB are announced, and all but a byte of them sent.
            try
            {
                for (int i = 0; i < 3; i++)
                    client.SendRaw(megabyte.AsSpan(i / 2));
            }
            catch (IOException)
            {
                // It has been disconnected.
            }
        }

        StillWorks();
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 2 * WireLimits.UnknownPeers);
    }

    [Fact]
    public void A_peer_with_the_key_may_send_long_messages()
    {
        Router();
        ZmtpClient client = Open();
        client.Send("signed");
        client.ReceiveTexts();
        string text = new('x', WireLimits.UnknownPeers + 1);

        client.Send(text);

        Assert.Equal([text], client.ReceiveTexts());
    }

    [Fact]
    public void When_the_unknown_peers_exceed_their_budget_the_peer_with_the_longest_message_is_disconnected()
    {
        Router(known: false);
        ZmtpClient greedy = Open();
        ZmtpClient modest = Open();
        // Of each message the last byte is missing, so that both are there when the budget is exceeded.
        modest.SendRaw([2, 0, 0, 0, 0, 0, 1, 0, 0, .. new byte[(64 * 1024) - 1]]);
        try
        {
            greedy.SendRaw([2, 0, 0, 0, 0, 1, 0, 0, 0, .. new byte[WireLimits.UnknownPeers - 1]]);
        }
        catch (IOException)
        {
            // Disconnected before all of it was sent.
        }

        Assert.True(greedy.IsClosed());
        modest.SendRaw(0);
        Assert.Equal(64 * 1024, modest.Receive()[0].Length);
    }

    [Fact]
    public void Of_three_subscribers_that_do_not_read_the_oldest_is_disconnected()
    {
        PublisherSocket publisher = Publisher();
        ZmtpClient[] clients = Several(3, "SUB");
        foreach (ZmtpClient client in clients)
        {
            client.Subscribe();
            PublishUntilReceived(publisher, client, "topic");
        }
        byte[] megabyte = new byte[1024 * 1024];

        for (int sent = 0; sent < 4 * Outbox.Capacity && publisher.Peers.Count == 3; sent += megabyte.Length)
            publisher.Publish([megabyte], patient: true);

        Assert.True(clients[0].IsClosed());
        Wait.Until(() => publisher.Peers.Count == 2);
    }

    [Fact]
    public void A_heartbeat_echoes_what_it_receives_and_reads_no_further_from_a_peer_that_does_not_read()
    {
        Heartbeat();
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

    [Theory]
    [Cases(true, false)]
    public void A_topic_that_is_too_long_is_refused(bool byCommand)
    {
        Publisher();
        ZmtpClient client = Open("SUB");
        byte[] topic = new byte[WireLimits.Name + 1];

        if (byCommand)
            client.SendCommand(new Command("SUBSCRIBE", topic));
        else
            client.Subscribe(topic);

        Assert.True(client.IsClosed());
    }

    [Fact]
    public void The_oldest_peer_that_has_said_nothing_gives_its_place_to_a_new_one()
    {
        Router();
        ZmtpClient[] clients = Several(WireLimits.Peers);
        clients[0].Send("signed");
        clients[0].ReceiveTexts();

        StillWorks();

        Assert.True(clients[1].IsClosed());
        Assert.True(clients[2].IsSilent(TimeSpan.Zero));
        clients[0].Send("still served");
        Assert.Equal(["still served"], clients[0].ReceiveTexts());
    }

    [Theory]
    [Cases(true, false)]
    public void Where_nothing_is_signed_strangers_leave_places_to_clients(bool publishes)
    {
        int shellPort = FreePort.Next();
        RouterSocket shell = Router(port: shellPort);
        ListeningSocket socket = publishes ? Publisher() : Heartbeat();
        socket.KeyHolders = () => shell.Peers.Where(peer => peer.IsKnown);
        using var shellOfFirst = ZmtpClient.Open(shellPort, "DEALER");
        using ZmtpClient first = Open();
        shellOfFirst.Send("signed");
        shellOfFirst.ReceiveTexts();
        ZmtpClient[] strangers = [.. Enumerable.Range(0, 2 * WireLimits.Peers).Select(_ => Open())];

        using ZmtpClient late = Open();

        Served(first);
        Served(late);
        Assert.True(strangers[0].IsClosed());
        foreach (ZmtpClient stranger in strangers)
            stranger.Dispose();

        ZmtpClient Open()
        {
            var client = ZmtpClient.Open(_port, publishes ? "SUB" : "DEALER");
            client.Send(
                publishes
                    ?
                    [
                        [1],
                    ]
                    :
                    [
                        [],
                        [1],
                    ]
            );
            return client;
        }

        void Served(ZmtpClient client)
        {
            if (socket is PublisherSocket publisher)
                PublishUntilReceived(publisher, client, "topic");
            else
                Assert.Equal(2, client.Receive().Count);
        }
    }

    [Fact]
    public void A_router_finds_the_connections_of_a_client_by_its_identity_and_of_these_the_one_with_the_key()
    {
        int stdinPort = FreePort.Next();
        RouterSocket shell = Router(),
            stdin = Router(port: stdinPort);
        var clients = new List<ZmtpClient>();
        Connect(stdinPort, stdin, "me");
        Connect(stdinPort, stdin, "another");
        Connect(_port, shell, "me");
        Connect(stdinPort, stdin, "another");
        Connect(stdinPort, stdin, "me");
        Peer[] mine = [.. stdin.Peers.Where(peer => peer.Identity is [(byte)'m', ..])];
        Peer requester = Assert.Single(shell.Peers);

        Assert.Equal(mine, stdin.CompanionsOf(requester));
        requester.Prove();
        Connect(stdinPort, stdin, "me"); // It may have learnt the name from what was published.
        Assert.Equal(mine, stdin.CompanionsOf(requester));
        mine[1].Prove();
        Assert.Same(mine[1], Assert.Single(stdin.CompanionsOf(requester)));
        clients.ForEach(client => client.Dispose());

        void Connect(int port, RouterSocket socket, string identity)
        {
            int before = socket.Peers.Count;
            clients.Add(ZmtpClient.Open(port, "DEALER", identity));
            Wait.Until(() => socket.Peers.Count > before);
        }
    }

    [Fact]
    public void Peers_beyond_the_limit_are_refused_and_accepted_when_others_have_left()
    {
        Router();
        ZmtpClient[] clients = Several(WireLimits.Peers);
        foreach (ZmtpClient client in clients)
        {
            client.Send("signed");
            client.ReceiveTexts();
        }
        using (var late = ZmtpClient.Connect(_port))
            Assert.True(late.IsClosed());
        foreach (ZmtpClient client in clients)
            client.Dispose();

        Wait.Until(() => Answers());
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

    /// <summary>It echoes what it receives.</summary>
    /// <param name="known">Whether it treats what it receives as signed.</param>
    /// <param name="port">Where it listens; by default, where the tests connect.</param>
    private RouterSocket Router(bool known = true, int? port = null) =>
        Started(
            new RouterSocket(
                "router",
                At(port ?? _port),
                _log.Enqueue,
                (peer, frames) =>
                {
                    if (known)
                        peer.Prove();
                    peer.Send(frames);
                }
            )
        );

    private ZmtpClient Connect() => Kept(ZmtpClient.Connect(_port));

    private ZmtpClient Open(string type = "DEALER") => Connect().ShakeHands(type);

    private ZmtpClient[] Several(int count, string type = "DEALER") =>
        [.. Enumerable.Range(0, count).Select(_ => Open(type))];

    private T Kept<T>(T one)
        where T : IDisposable
    {
        _opened.Add(one);
        return one;
    }

    private PublisherSocket Publisher() => Started(new PublisherSocket("publisher", At(_port), _log.Enqueue));

    private EchoSocket Heartbeat() => Started(new EchoSocket("heartbeat", At(_port), _log.Enqueue));

    private static Endpoint At(int port) => Endpoint.Parse("tcp", "127.0.0.1", port);

    private T Started<T>(T socket)
        where T : ListeningSocket
    {
        socket.Start();
        return Kept(socket);
    }

    /// <summary>The client is disconnected, for this reason, and others are served.</summary>
    private void IsRefused(ZmtpClient client, string reason = "")
    {
        Assert.True(client.IsClosed());
        Assert.Contains(_log, line => line.Contains(reason));
        StillWorks();
    }

    private void StillWorks() => Assert.True(Answers());

    private bool Answers()
    {
        try
        {
            ZmtpClient client = Open();
            client.Send("still there?");
            return client.ReceiveTexts() is ["still there?"];
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void Publish(PublisherSocket publisher, string topic) =>
        publisher.Publish([Encoding.UTF8.GetBytes(topic)], patient: false);

    /// <summary>A subscription takes effect when the publisher has read it.</summary>
    private static void PublishUntilReceived(PublisherSocket publisher, ZmtpClient client, string topic)
    {
        Wait.Until(() =>
        {
            Publish(publisher, topic);
            return !client.IsSilent(TimeSpan.FromMilliseconds(20));
        });
        client.Receive();
    }

    private static string ReceiveAfter(ZmtpClient client, string before)
    {
        string text;
        do text = client.ReceiveTexts()[0];
        while (text == before || text is "hello" or "str");
        return text;
    }

    private static bool FrameIsCommand(ZmtpClient client)
    {
        byte flags = client.ReceiveRaw(1)[0];
        client.ReceiveRaw(client.ReceiveRaw(1)[0]);
        return flags == 4;
    }
}
