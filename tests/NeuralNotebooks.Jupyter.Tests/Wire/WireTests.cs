using System.Collections.Concurrent;

namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>Sockets as ZMTP 3.0 and 3.1 (rfc.zeromq.org/spec/23 and /37) describe them.</summary>
[Collection(nameof(Alone))]
public sealed class WireTests : IDisposable
{
    private readonly int _port = FreePort.Next();
    private readonly ConcurrentQueue<string> _log = [];
    private readonly BlockingCollection<string[]> _received = [];
    private readonly List<IDisposable> _opened = [];

    [Fact]
    public void The_greeting_is_that_of_the_specification()
    {
        Router();
        using var client = ZmtpClient.Connect(_port);

        client.SendRaw(Greeting.Bytes);
        byte[] greeting = client.ReceiveRaw(64);

        Assert.Equal(
            [0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0x7F, 3, 1, (byte)'N', (byte)'U', (byte)'L', (byte)'L', .. new byte[48]],
            greeting
        );
    }

    [Fact]
    public void READY_names_the_type_of_the_socket()
    {
        Router();
        using var client = ZmtpClient.Connect(_port);
        client.SendRaw(Greeting.Bytes);
        client.ReceiveRaw(64);

        byte[] expected =
        [
            4,
            42,
            5,
            .. "READY"u8,
            11,
            .. "Socket-Type"u8,
            0,
            0,
            0,
            6,
            .. "ROUTER"u8,
            8,
            .. "Identity"u8,
            0,
            0,
            0,
            0,
        ];
        expected[1] = (byte)(expected.Length - 2);
        Assert.Equal(expected, client.ReceiveRaw(expected.Length));
    }

    [Fact]
    public void A_router_answers_the_peer_that_asked()
    {
        Router(answer: true);
        using var one = ZmtpClient.Open(_port, "DEALER");
        using var other = ZmtpClient.Open(_port, "DEALER");

        one.Send("question", "of one");
        other.Send("question", "of another");

        Assert.Equal(["question", "of one"], one.ReceiveTexts());
        Assert.Equal(["question", "of another"], other.ReceiveTexts());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(5_000_000)]
    public void Frames_of_any_length_come_through(int length)
    {
        Router(answer: true);
        using var client = ZmtpClient.Open(_port, "DEALER");
        string text = new('x', length);

        client.Send(text, "", text);

        Assert.Equal([text, "", text], client.ReceiveTexts());
    }

    [Fact]
    public void A_long_frame_may_be_short()
    {
        Router(answer: true);
        using var client = ZmtpClient.Open(_port, "DEALER");

        client.SendRaw(2, 0, 0, 0, 0, 0, 0, 0, 1, (byte)'x');

        Assert.Equal(["x"], client.ReceiveTexts());
    }

    [Fact]
    public void PING_is_answered_with_its_context()
    {
        Router();
        using var client = ZmtpClient.Open(_port, "DEALER");

        client.SendCommand(new Command("PING", [0, 10, .. "context"u8]));

        Command answer = client.ReceiveCommand();
        Assert.Equal("PONG", answer.Name);
        Assert.Equal("context"u8.ToArray(), answer.Data);
    }

    [Fact]
    public void A_heartbeat_echoes_what_it_receives()
    {
        Heartbeat();
        using var client = ZmtpClient.Open(_port, "REQ");

        client.Send("", "ping");

        Assert.Equal(["", "ping"], client.ReceiveTexts());
    }

    [Fact]
    public void A_publisher_sends_to_subscribers_of_a_prefix_of_the_topic()
    {
        PublisherSocket publisher = Publisher();
        using var all = ZmtpClient.Open(_port, "SUB");
        using var some = ZmtpClient.Open(_port, "SUB");
        using var none = ZmtpClient.Open(_port, "SUB");
        all.Send([[1]]); // ZMTP 3.0
        some.SendCommand(new Command("SUBSCRIBE", [.. "str"u8])); // ZMTP 3.1
        PublishUntilReceived(publisher, all, "hello");
        PublishUntilReceived(publisher, some, "str");

        publisher.Publish([[.. "status"u8]], patient: false);
        publisher.Publish([[.. "stream"u8]], patient: false);

        Assert.Equal("stream", ReceiveAfter(all, "status"));
        Assert.Equal("stream", ReceiveAfter(some, "str"));
        none.SendCommand(new Command("PING", [0, 0]));
        Assert.Equal("PONG", none.ReceiveCommand().Name); // and nothing before it
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_subscription_can_be_cancelled(bool byCommand)
    {
        PublisherSocket publisher = Publisher();
        using var client = ZmtpClient.Open(_port, "SUB");
        client.Send([[1, .. "a"u8]]);
        client.Send([[1, .. "b"u8]]);
        PublishUntilReceived(publisher, client, "a");
        if (byCommand)
            client.SendCommand(new Command("CANCEL", [.. "a"u8]));
        else
            client.Send([[0, .. "a"u8]]);
        client.SendCommand(new Command("PING", [0, 0]));
        while (!FrameIsCommand(client))
        {
        }

        publisher.Publish([[.. "a"u8]], patient: false);
        publisher.Publish([[.. "b"u8]], patient: false);

        Assert.Equal(["b"], client.ReceiveTexts());
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n                                                                              ")]
    [InlineData(
        "SSH-2.0-OpenSSH_9.2                                                                              \r\n"
    )]
    public void A_peer_that_speaks_another_protocol_is_disconnected(string words)
    {
        Router(answer: true);
        using var client = ZmtpClient.Connect(_port);

        client.SendRaw(System.Text.Encoding.ASCII.GetBytes(words));

        Assert.True(client.IsClosed());
        StillWorks();
    }

    [Fact]
    public void A_peer_of_an_older_version_is_disconnected()
    {
        Router(answer: true);
        using var client = ZmtpClient.Connect(_port);

        client.SendRaw([0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 1, 5, 0, 0]);

        Assert.True(client.IsClosed());
        Assert.Contains(_log, line => line.Contains("older ZMTP", StringComparison.Ordinal));
        StillWorks();
    }

    [Fact]
    public void Another_security_mechanism_is_refused()
    {
        Router(answer: true);
        using var client = ZmtpClient.Connect(_port);
        byte[] greeting = [.. Greeting.Bytes];
        "PLAIN"u8.CopyTo(greeting.AsSpan(12));

        client.SendRaw(greeting);

        Assert.True(client.IsClosed());
        Assert.Contains(_log, line => line.Contains("PLAIN", StringComparison.Ordinal));
        StillWorks();
    }

    [Fact]
    public void A_socket_of_the_wrong_type_gets_an_error()
    {
        Router(answer: true);
        using var client = ZmtpClient.Connect(_port);
        client.SendRaw(Greeting.Bytes);
        client.ReceiveRaw(64);
        client.SendCommand(ZmtpClient.Ready("SUB", ""));
        client.ReceiveCommand();

        Assert.Equal("ERROR", client.ReceiveCommand().Name);
        Assert.True(client.IsClosed());
        StillWorks();
    }

    public static TheoryData<string, byte[]> MalformedFrames => new()
    {
        { "unknown flags", [0x80, 1, 0] },
        { "a command of several frames", [5, 1, 0] },
        { "a command without a name", [4, 0] },
        { "a command with a truncated name", [4, 2, 9, 0] },
        { "a frame of 2⁶³ bytes", [2, 0x80, 0, 0, 0, 0, 0, 0, 0] },
        { "a frame of a gigabyte", [2, 0, 0, 0, 0, 0x40, 0, 0, 0] },
        { "a command of a megabyte", [6, 0, 0, 0, 0, 0, 0x10, 0, 0] },
    };

    [Theory]
    [MemberData(nameof(MalformedFrames))]
    public void A_peer_that_sends_a_malformed_frame_is_disconnected(string what, byte[] bytes)
    {
        Router(answer: true);
        using var client = ZmtpClient.Open(_port, "DEALER");

        client.SendRaw(bytes);

        Assert.True(client.IsClosed(), what);
        Assert.NotEmpty(_log);
        StillWorks();
    }

    [Fact]
    public void A_message_with_too_many_frames_is_refused()
    {
        Router(answer: true);
        using var client = ZmtpClient.Open(_port, "DEALER");

        client.SendRaw([.. Enumerable.Repeat<byte[]>([1, 0], WireLimits.Frames + 1).SelectMany(frame => frame)]);

        Assert.True(client.IsClosed());
        StillWorks();
    }

    [Fact]
    public void An_announced_length_allocates_nothing_before_the_bytes_arrive()
    {
        Router(answer: true);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        ZmtpClient[] clients = [.. Enumerable.Range(0, 20).Select(_ => ZmtpClient.Open(_port, "DEALER"))];
        foreach (ZmtpClient client in clients)
            client.SendRaw(2, 0, 0, 0, 0, 1, 0, 0, 0, 1); // 16 MB, and one byte of it

        StillWorks();

        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 3 * WireLimits.UnknownPeers);
        foreach (ZmtpClient client in clients)
            client.Dispose();
    }

    [Fact]
    public void A_message_that_arrives_byte_by_byte_is_assembled()
    {
        Router(answer: true);
        using var client = ZmtpClient.Connect(_port);
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
        Router(answer: true, known: false);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        byte[] megabyte = new byte[1024 * 1024];
        ZmtpClient[] clients = [.. Enumerable.Range(0, 20).Select(_ => ZmtpClient.Open(_port, "DEALER"))];
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
        foreach (ZmtpClient client in clients)
            client.Dispose();
    }

    [Fact]
    public void A_peer_with_the_key_may_send_long_messages()
    {
        Router(answer: true);
        using var client = ZmtpClient.Open(_port, "DEALER");
        client.Send("signed");
        client.ReceiveTexts();
        string text = new('x', WireLimits.UnknownPeers + 1);

        client.Send(text);

        Assert.Equal([text], client.ReceiveTexts());
    }

    [Fact]
    public void When_the_unknown_peers_exceed_their_budget_the_peer_with_the_longest_message_is_disconnected()
    {
        Router(answer: true, known: false);
        using var greedy = ZmtpClient.Open(_port, "DEALER");
        using var modest = ZmtpClient.Open(_port, "DEALER");
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
        ZmtpClient[] clients = [.. Enumerable.Range(0, 3).Select(_ => ZmtpClient.Open(_port, "SUB"))];
        foreach (ZmtpClient client in clients)
        {
            client.Send([[1]]);
            PublishUntilReceived(publisher, client, "topic");
        }
        byte[] megabyte = new byte[1024 * 1024];

        for (int sent = 0; sent < 4 * Outbox.Capacity && publisher.Peers.Count == 3; sent += megabyte.Length)
            publisher.Publish([megabyte], patient: true);

        Assert.True(clients[0].IsClosed());
        Assert.True(SpinWait.SpinUntil(() => publisher.Peers.Count == 2, ZmtpClient.WaitTimeout));
        foreach (ZmtpClient client in clients)
            client.Dispose();
    }

    [Fact]
    public void A_heartbeat_reads_no_further_from_a_peer_that_does_not_read()
    {
        Heartbeat();
        using var client = ZmtpClient.Open(_port, "DEALER");
        const int most = 100_000_000;
        byte[] ping = [2, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, .. new byte[0xFFFF]];

        long sent = 0;
        for (; sent < most && client.CanSend(TimeSpan.FromMilliseconds(500)); sent += ping.Length)
            client.SendRaw(ping);

        Assert.InRange(sent, 1, most - 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_topic_that_is_too_long_is_refused(bool byCommand)
    {
        Publisher();
        using var client = ZmtpClient.Open(_port, "SUB");
        byte[] topic = new byte[WireLimits.Name + 1];

        if (byCommand)
            client.SendCommand(new Command("SUBSCRIBE", topic));
        else
            client.Send([[1, .. topic]]);

        Assert.True(client.IsClosed());
    }

    [Fact]
    public void The_oldest_peer_that_has_said_nothing_gives_its_place_to_a_new_one()
    {
        Router(answer: true);
        ZmtpClient[] clients = [.. Enumerable.Range(0, WireLimits.Peers).Select(_ => ZmtpClient.Open(_port, "DEALER"))];
        clients[0].Send("signed");
        clients[0].ReceiveTexts();

        StillWorks();

        Assert.True(clients[1].IsClosed());
        Assert.True(clients[2].IsSilent(TimeSpan.Zero));
        clients[0].Send("still served");
        Assert.Equal(["still served"], clients[0].ReceiveTexts());
        foreach (ZmtpClient client in clients)
            client.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Where_nothing_is_signed_strangers_leave_places_to_clients(bool publishes)
    {
        int shellPort = FreePort.Next();
        RouterSocket shell = Router(answer: true, port: shellPort);
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
            client.Send(publishes ? [[1]] : [[], [1]]);
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
    public void A_router_finds_the_connection_of_a_client_by_its_identity_and_the_time()
    {
        int stdinPort = FreePort.Next();
        RouterSocket shell = Router(), stdin = Router(port: stdinPort);
        var clients = new List<ZmtpClient>();
        Connect(stdinPort, stdin, "me");
        Connect(stdinPort, stdin, "another");
        Connect(_port, shell, "me");
        Connect(stdinPort, stdin, "another");
        Connect(stdinPort, stdin, "me"); // it is accepted right after the one on shell only if nothing comes in between
        Peer[] mine = [.. stdin.Peers.Where(peer => peer.Identity is [(byte)'m', ..])];
        Peer requester = Assert.Single(shell.Peers);

        Assert.Same(mine.MinBy(peer => Math.Abs(peer.Accepted - requester.Accepted)), stdin.CompanionOf(requester));
        mine[0].IsKnown = true;
        Assert.Same(mine[0], stdin.CompanionOf(requester));
        (mine[0].IsKnown, mine[1].IsKnown) = (false, true);
        Assert.Same(mine[1], stdin.CompanionOf(requester));
        clients.ForEach(client => client.Dispose());

        void Connect(int port, RouterSocket socket, string identity)
        {
            int before = socket.Peers.Count;
            clients.Add(ZmtpClient.Open(port, "DEALER", identity));
            Assert.True(SpinWait.SpinUntil(() => socket.Peers.Count > before, ZmtpClient.WaitTimeout));
        }
    }

    [Fact]
    public void Peers_beyond_the_limit_are_refused_and_accepted_when_others_have_left()
    {
        Router(answer: true);
        ZmtpClient[] clients = [.. Enumerable.Range(0, WireLimits.Peers).Select(_ => ZmtpClient.Open(_port, "DEALER"))];
        foreach (ZmtpClient client in clients)
        {
            client.Send("signed");
            client.ReceiveTexts();
        }
        using (var late = ZmtpClient.Connect(_port))
            Assert.True(late.IsClosed());
        foreach (ZmtpClient client in clients)
            client.Dispose();

        Assert.True(SpinWait.SpinUntil(() => Answers(), ZmtpClient.WaitTimeout));
    }

    [Fact]
    public void A_socket_listens_on_its_address_only()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has all of 127.0.0.0/8 on the loopback interface.");
        Router(answer: true);
        using var elsewhere = new System.Net.Sockets.Socket(
            System.Net.Sockets.AddressFamily.InterNetwork,
            System.Net.Sockets.SocketType.Stream,
            System.Net.Sockets.ProtocolType.Tcp
        );

        Assert.Throws<System.Net.Sockets.SocketException>(() => elsewhere.Connect("127.0.0.2", _port));
    }

    public void Dispose()
    {
        _opened.ForEach(socket => socket.Dispose());
        _received.Dispose();
    }

    /// <param name="answer">Whether it echoes what it receives.</param>
    /// <param name="known">Whether it treats what it receives as signed.</param>
    /// <param name="port">Where it listens; by default, where the tests connect.</param>
    private RouterSocket Router(bool answer = false, bool known = true, int? port = null)
        => Started(new RouterSocket("router", At(port ?? _port), _log.Enqueue, (peer, frames) =>
        {
            peer.IsKnown = known;
            if (answer)
                peer.Send(frames);
        }));

    private PublisherSocket Publisher()
        => Started(new PublisherSocket("publisher", At(_port), _log.Enqueue));

    private EchoSocket Heartbeat() => Started(new EchoSocket("heartbeat", At(_port), _log.Enqueue));

    private static Endpoint At(int port) => Endpoint.Parse("tcp", "127.0.0.1", port);

    private T Started<T>(T socket)
        where T : ListeningSocket
    {
        _opened.Add(socket);
        socket.Start();
        return socket;
    }

    private void StillWorks() => Assert.True(Answers());

    private bool Answers()
    {
        try
        {
            using var client = ZmtpClient.Open(_port, "DEALER");
            client.Send("still there?");
            return client.ReceiveTexts() is ["still there?"];
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>A subscription takes effect when the publisher has read it.</summary>
    private static void PublishUntilReceived(PublisherSocket publisher, ZmtpClient client, string topic)
    {
        Assert.True(SpinWait.SpinUntil(() =>
        {
            publisher.Publish([System.Text.Encoding.UTF8.GetBytes(topic)], patient: false);
            return !client.IsSilent(TimeSpan.FromMilliseconds(20));
        }, ZmtpClient.WaitTimeout));
        client.Receive();
    }

    private static string ReceiveAfter(ZmtpClient client, string before)
    {
        string text;
        do
            text = client.ReceiveTexts()[0];
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
