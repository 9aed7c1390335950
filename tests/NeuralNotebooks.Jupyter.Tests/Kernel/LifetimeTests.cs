using System.Diagnostics;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>A kernel's process: how it starts, how it ends, and what must not end it.</summary>
public class LifetimeTests
{
    [Theory]
    [Cases(true, false)]
    public void A_shutdown_request_on_either_channel_ends_the_kernel_whatever_a_cell_does(bool onControl)
    {
        using KernelProcess kernel = KernelProcess.Start();
        using JupyterClient client = kernel.Connect();
        client.Begin(
            onControl
                ? "while (true) { }"
                : "new System.Threading.Thread(() => { while (true) { } }).Start();\n"
                    + "AppDomain.CurrentDomain.ProcessExit += (_, _) => System.Threading.Thread.Sleep(60_000);"
        );

        JsonObject reply = client.Ask(
            "shutdown_request",
            new JsonObject { ["restart"] = true },
            onControl ? client.Control : client.Shell
        );

        Assert.Equal("ok", reply.Text("status"));
        Assert.True((bool)reply["restart"]!);
        int? exitCode = kernel.ExitCode();
        Assert.True(onControl ? exitCode == 0 : exitCode is not null); // Code that goes on is killed.
    }

    [Fact]
    public void A_kernel_does_not_start_with_an_empty_key()
    {
        using KernelProcess kernel = KernelProcess.Start(key: "");

        Assert.Equal(64, kernel.ExitCode());
        kernel.Log.ShouldContain("The key is empty");
    }

    [Fact]
    public void A_kernel_does_not_start_if_its_port_is_taken()
    {
        using KernelProcess first = KernelProcess.Start();
        using JupyterClient client = first.Connect();
        using Process second = Process.Start(KernelProcess.StartOf(first.ConnectionFile))!;

        string error = second.StandardError.ReadToEnd();

        Assert.True(second.WaitForExit(ZmtpClient.WaitTimeout));
        Assert.Equal(64, second.ExitCode);
        error.ShouldContain("cannot listen on 127.0.0.1");
        Assert.Equal("1", client.Execute("1").Result);
    }

    [Fact]
    public void Only_their_owner_can_use_sockets_in_the_file_system_and_the_history_and_the_next_kernel_reuses_them()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using KernelProcess kernel = KernelProcess.Start(transport: "ipc");
        string[] sockets = [.. kernel.Ports.Select(port => Path.Combine(kernel.Folder, $"socket-{port}"))];
        using (JupyterClient client = kernel.Connect())
        {
            Assert.Equal("2", client.Execute("1 + 1").Result);
            client.Ask("history_request", new JsonObject { ["hist_access_type"] = "tail", ["n"] = 1 });
            Assert.All([.. sockets, kernel.HistoryFile], file => Assert.Equal(owner, FileMode(file)));
        }

        kernel.Restart();
        using JupyterClient next = kernel.Connect();
        Assert.Equal("2", next.Execute("2").Result);
        next.ShutDown();

        Assert.NotNull(kernel.ExitCode());
        Assert.All(sockets, socket => Assert.False(File.Exists(socket)));

#pragma warning disable CA1416 // Skipped on Windows.
        static UnixFileMode FileMode(string file) => File.GetUnixFileMode(file);
#pragma warning restore CA1416
    }

    [Theory]
    [Cases("HUP", "TERM", Daily = 1)]
    public void A_termination_signal_ends_the_kernel_cleanly(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        using KernelProcess kernel = KernelProcess.Start(
            transport: "ipc",
            configure: start => Inherit(start, $"--default-signal={signal}")
        );
        using JupyterClient client = kernel.Connect();
        client.Execute("1");

        Send(signal, kernel);

        Assert.Equal(0, kernel.ExitCode());
        Assert.All(kernel.Ports, port => Assert.False(File.Exists(Path.Combine(kernel.Folder, $"socket-{port}"))));
    }

    [Fact]
    public void A_kernel_whose_sockets_have_been_deleted_still_ends_cleanly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps the folder of a process.");
        using KernelProcess kernel = KernelProcess.Start(transport: "ipc");
        using JupyterClient client = kernel.Connect();
        Directory.Delete(kernel.Folder, recursive: true);

        client.ShutDown();

        Assert.Equal(0, kernel.ExitCode());
        Directory.CreateDirectory(kernel.Folder);
    }

    /// <summary>What a signal does is inherited, under nohup for example, so the tests say it.</summary>
    private static void Inherit(ProcessStartInfo start, string disposition)
    {
        using Process env = Process.Start("env", [disposition, "true"]);
        env.WaitForExit();
        Assert.SkipUnless(env.ExitCode == 0, "Needs the env of GNU coreutils 8.31 or later.");
        KernelProcess.Through(start, "env", disposition);
    }

    private static void Send(string signal, KernelProcess kernel)
    {
        using Process kill = Process.Start("sh", ["-c", $"kill -{signal} {kernel.Process.Id}"]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    [Fact]
    public void A_kernel_under_nohup_goes_on_without_a_terminal_and_if_its_output_cannot_be_written()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Needs /dev/full.");
        using KernelProcess kernel = KernelProcess.Start(configure: start =>
        {
            KernelProcess.Through(start, "sh", "-c", "exec \"$@\" >/dev/full 2>/dev/full", "sh");
            Inherit(start, "--ignore-signal=HUP");
        });
        using JupyterClient client = kernel.Connect();

        client.SendTo(client.Shell, "never_heard_of"); // goes to the log
        client.Execute(
            """
            System.Threading.ThreadPool.UnsafeQueueUserWorkItem(_ =>
            {
                while (!System.IO.File.Exists("told"))
                    System.Threading.Thread.Sleep(5);
                Console.WriteLine("of no cell");
                System.IO.File.WriteAllText("written", "");
            }, null);
            """
        );
        File.WriteAllText(Path.Combine(kernel.Folder, "told"), "");
        Wait.Until(() => File.Exists(Path.Combine(kernel.Folder, "written")) || kernel.Process.HasExited);
        Send("HUP", kernel);

        Assert.Equal("1", client.Execute("1").Result);
        client.ShutDown();
        Assert.NotNull(kernel.ExitCode());
    }

    [Fact]
    public void A_kernel_whose_folder_is_gone_says_so_and_shows_no_stack()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps the folder of a process.");
        using KernelProcess kernel = KernelProcess.Start(configure: start =>
        {
            string gone = Directory.CreateDirectory(Path.Combine(start.WorkingDirectory, "gone")).FullName;
            KernelProcess.Through(start, "sh", "-c", "cd \"$0\" && rmdir \"$0\" && exec \"$@\"", gone);
        });

        Assert.Equal(64, kernel.ExitCode());
        kernel.Log.ShouldContain("does not exist any more");
        kernel.Log.ShouldNotContain("   at ");
    }

    [Fact]
    public void A_kernel_ends_when_its_parent_has_died()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a shell as the parent.");
        using KernelProcess parent = KernelProcess.Start(configure: start =>
            KernelProcess.Through(start, "sh", "-c", "JPY_PARENT_PID=$$ \"$0\" \"$@\" & wait")
        );
        using JupyterClient client = parent.Connect();
        string id = client.Execute("Environment.ProcessId").Result!;
        using Process kernel = Process.GetProcessById(int.Parse(id, null));
        parent.Process.Kill();
        bool hasEnded = kernel.WaitForExit(ZmtpClient.WaitTimeout);
        kernel.Kill();
        Assert.True(hasEnded);
    }

    [Fact]
    public void Many_connections_leak_nothing()
    {
        using KernelProcess kernel = KernelProcess.Start();
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
                long.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)
            );
        }
    }
}
