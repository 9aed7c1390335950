namespace NeuralNotebooks.Jupyter.Tests;

[Collection(nameof(SharedKernel))]
public class ClientsTests(SharedKernel kernel)
{
    [Fact]
    public void A_client_that_disconnects_during_a_cell_leaves_the_session_to_the_next()
    {
        using (JupyterClient client = kernel.Connect())
        {
            string id = client.Begin(
                "for (int i = 0; i < 20; i++) { Console.WriteLine(i); System.Threading.Thread.Sleep(20); "
                    + "}\nint done = 20;");
            client.WaitForText(id, "0");
        }

        using JupyterClient next = kernel.Connect();

        Assert.Equal("20", next.Execute("done").Result);
    }

    [Fact]
    public void A_client_that_disconnects_while_it_is_asked_ends_the_question()
    {
        using (JupyterClient client = kernel.Connect())
        {
            client.Begin("Console.ReadLine()");
            Assert.Equal("input_request", client.ReceiveFrom(client.Stdin).Type);
        }

        using JupyterClient next = kernel.Connect();

        Assert.Equal("1", next.Execute("1").Result);
    }

    [Fact]
    public void A_subscriber_that_does_not_read_does_not_stop_the_others()
    {
        using JupyterClient client = kernel.Connect();
        using ZmtpClient stuck = ZmtpClient.Open(kernel.Process.Ports[3], "SUB");
        stuck.Subscribe(true, []);

        string id = client.Begin(
            "var line = new string('x', 999); for (int i = 0; i < 60_000; i++) Console.WriteLine(line);");
        long length = client.PublishedUntilIdle(id).Sum(message => (long)(message.Text("text")?.Length ?? 0));

        Assert.Equal(60_000_000, length);
        Assert.Equal("2", client.Execute("2").Result);
    }

    [Fact]
    public void The_heartbeat_and_the_interrupt_work_while_a_cell_occupies_every_thread()
    {
        using JupyterClient client = kernel.Connect();
        string id = client.Begin(
            "Console.WriteLine(\"started\");\nSystem.Threading.Tasks.Parallel.For(0, 1000, new "
                + "System.Threading.Tasks.ParallelOptions { MaxDegreeOfParallelism = 100 }, i => { while "
                + "(true) { } });");
        client.WaitForText(id, "started");

        using ZmtpClient heart = ZmtpClient.Open(kernel.Process.Ports[4], "REQ");
        heart.Send("", "ping");
        Assert.Equal(["", "ping"], heart.ReceiveTexts());
        client.Interrupt();

        Assert.Equal("Interrupted", client.Finish(id).Error);
    }

    [Theory]
    [Cases(true, false, Daily = 1)]
    public void Strangers_leave_places_to_clients_even_if_they_send_back_what_the_kernel_has_signed(bool reflect)
    {
        int[] ports = kernel.Process.Ports;
        using JupyterClient client = kernel.Connect();
        using ZmtpClient heart = ZmtpClient.Open(ports[4], "REQ");
        List<byte[]>[] published;
        using (ZmtpClient spy = ZmtpClient.Open(ports[3], "SUB"))
        {
            spy.Subscribe(true, []);
            spy.Synchronize();
            client.Execute($"for (int i = 0; i <= {WireLimits.Peers}; i++) display(i);");
            published = [.. Enumerable.Range(0, WireLimits.Peers + 1).Select(_ => spy.Receive())];
        }
        var strangers = new List<ZmtpClient>();
        try
        {
            for (int i = 0; i <= WireLimits.Peers; i++)
            {
                foreach ((int port, string type) in ports.Zip((string[])["DEALER", "DEALER", "DEALER", "SUB", "REQ"]))
                    strangers.Add(ZmtpClient.Open(port, type));
                strangers[^2].Subscribe(true, []);
                strangers[^1].Send("", "ping");
                if (reflect)
                    strangers[^5].Send(published[i][1..]);
            }
            using JupyterClient late = kernel.Connect();
            using ZmtpClient lateHeart = ZmtpClient.Open(ports[4], "REQ");

            Assert.Equal("2", late.Execute("1 + 1").Result);
            Assert.Equal("3", client.Execute("1 + 2").Result);
            foreach (ZmtpClient pinging in (ZmtpClient[])[heart, lateHeart])
            {
                pinging.Send("", "ping");
                Assert.Equal(["", "ping"], pinging.ReceiveTexts());
            }
        }
        finally
        {
            strangers.ForEach(stranger => stranger.Dispose());
        }
    }

    [Fact]
    public void A_second_kernel_does_not_start_on_the_ports_of_another()
    {
        using JupyterClient client = kernel.Connect(); // From then on the kernel listens.
        string file = kernel.Process.ConnectionFile;

        Fails.With<IOException>(
            "cannot listen on 127.0.0.1", () => new KernelChannels(ConnectionFile.Read(file), _ => { }));
        Assert.Equal(64, KernelProgram.Run(file));
        Assert.Equal("1", client.Execute("1").Result);
    }

    [Fact]
    public void Many_connections_leak_nothing()
    {
        using JupyterClient observer = kernel.Connect();
        const string measure =
            "System.GC.Collect(); $\"{System.Diagnostics.Process.GetCurrentProcess().Threads.Count} "
            + "{System.GC.GetTotalMemory(true)}\"";
        observer.Execute(measure);
        for (int i = 0; i < 10; i++)
            kernel.Connect().Dispose();
        (int threads, long memory) = Measure();
        for (int i = 0; i < (Nightly.IsOn ? 200 : 20); i++)
            kernel.Connect().Dispose();
        Wait.Until(() => Measure().Threads <= threads + 5);

        Assert.True(Measure().Memory < memory + 20_000_000);

        (int Threads, long Memory) Measure()
        {
            string[] parts = observer.Execute(measure).Result!.Split(' ');
            return (
                int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture),
                long.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Another connection with the client's identity. If it was opened before the client became known, it is
    /// also asked for input, until the client has sent a signed reply. If it was opened later, with the identity copied
    /// from the kernel's publications, it is not asked.</summary>
    [Theory]
    [Cases(true, false)]
    public void A_stranger_with_the_identity_of_a_client_takes_no_question_from_it(bool wasThereBefore)
    {
        string identity = Guid.NewGuid().ToString();
        kernel.Connect().Dispose(); // From then on the kernel listens.
        ZmtpClient? early = wasThereBefore ? Stranger(identity) : null;
        using JupyterClient client = kernel.Process.Connect(identity);
        client.Execute("1");
        using ZmtpClient stranger = early ?? Stranger(identity);

        Assert.Equal("Ada", Answer(client, "Ada"));
        if (wasThereBefore)
            stranger.Receive();
        Assert.Equal("Lovelace", Answer(client, "Lovelace"));
        stranger.Synchronize(); // Fails if another message arrives before the reply.
    }

    [Fact]
    public void Only_correctly_signed_requests_are_executed_and_none_twice()
    {
        // Its log is not full, as that of a kernel that other tests share may be.
        using KernelProcess process = KernelProcess.Start();
        using JupyterClient client = process.Connect();
        client.Execute("int runs = 0;");
        IReadOnlyList<byte[]> signed = client.Signed("execute_request", JupyterClient.Cell("runs++;")).Frames;
        byte[][] forged = [.. client.Signed("execute_request", JupyterClient.Cell("runs += 100;")).Frames];
        forged[1] = [.. forged[1].Reverse()];

        client.Shell.Send(forged);
        client.Shell.Send(signed);
        Assert.Equal("ok", (string?)client.ReceiveFrom(client.Shell).Content["status"]);
        client.Shell.Send(signed);
        client.Control.Send(signed);
        client.Shell.Send(client.Signed("status").Frames); // As a publication of the kernel, sent back.
        using ZmtpClient stranger = ZmtpClient.Open(process.Ports[0], "DEALER");
        stranger.Send(
            new MessageCodec(new MessageSigner("guessed")).Encode(
                FakeRequest.Of("execute_request", JupyterClient.Cell("runs += 100;"), (_, _) => { }).Message));
        stranger.Synchronize();
        client.Control.Synchronize();

        Assert.Equal("1", client.Execute("runs").Result);
        Wait.Until(() => process.Log.Contains("its signature is wrong"));
        Wait.Until(() => process.Log.Contains("it is a replay of an earlier message"));
        Wait.Until(() => process.Log.Contains("only the kernel sends messages of its type"));
    }

    private static string? Answer(JupyterClient client, string answer)
    {
        string id = client.Begin("Console.ReadLine()");
        Assert.Equal("input_request", client.ReceiveFrom(client.Stdin).Type);
        client.SendTo(client.Stdin, "input_reply", new JsonObject { ["value"] = answer });
        return client.Finish(id).Result;
    }

    private ZmtpClient Stranger(string identity)
    {
        ZmtpClient stranger = ZmtpClient.Open(kernel.Process.Ports[2], "DEALER", identity);
        stranger.Synchronize();
        return stranger;
    }
}
