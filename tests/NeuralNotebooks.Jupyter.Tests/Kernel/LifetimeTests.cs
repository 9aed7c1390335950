namespace NeuralNotebooks.Jupyter.Tests;

public class LifetimeTests
{
    private const int Killed = 128 + 9;

    [Fact]
    public void A_shutdown_request_on_shell_kills_what_a_cell_keeps_running()
    {
        using KernelProcess kernel = KernelProcess.Start();
        using JupyterClient client = kernel.Connect();
        client.Begin(
            "new System.Threading.Thread(() => { while (true) { } }).Start();\n"
                + "AppDomain.CurrentDomain.ProcessExit += (_, _) => System.Threading.Thread.Sleep(60_000);");

        client.ShutDown(client.Shell);

        Assert.Equal(OperatingSystem.IsWindows() ? -1 : Killed, kernel.ExitCode());
    }

    [Theory]
    [Cases("HUP", "TERM", Daily = 1)]
    public void A_termination_signal_ends_the_kernel_cleanly(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        using KernelProcess kernel = KernelProcess.Start(start => Inherit(start, $"--default-signal={signal}"));
        using JupyterClient client = kernel.Connect();
        client.Execute("1");

        Send(signal, kernel);

        Assert.Equal(0, kernel.ExitCode());
    }

    /// <summary>Whether a signal is ignored is inherited, as under nohup, so the tests set it.</summary>
    private static void Inherit(ProcessStartInfo start, string disposition)
    {
        bool isSet = Programs.Run("env", disposition, "true").ExitCode == 0;
        Assert.SkipUnless(isSet, "Needs the env of GNU coreutils 8.31 or later.");
        KernelProcess.Through(start, "env", disposition);
    }

    private static void Send(string signal, KernelProcess kernel) =>
        Assert.Equal(0, Programs.Run("sh", "-c", $"kill -{signal} {kernel.Process.Id}").ExitCode);

    [Fact]
    public void A_kernel_under_nohup_goes_on_without_a_terminal_and_if_its_output_cannot_be_written()
    {
        Nightly.Only();
        Assert.SkipUnless(File.Exists("/dev/full"), "Needs /dev/full.");
        using KernelProcess kernel = KernelProcess.Start(start =>
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
            """);
        File.WriteAllText(Path.Combine(kernel.Folder, "told"), "");
        Wait.Until(() => File.Exists(Path.Combine(kernel.Folder, "written")) || kernel.Process.HasExited);
        Send("HUP", kernel);

        Assert.Equal("1", client.Execute("1").Result);
        client.ShutDown(client.Control);
        Assert.NotNull(kernel.ExitCode());
    }

    [Fact]
    public void A_kernel_whose_folder_is_gone_says_so_and_shows_no_stack()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps the folder of a process.");
        using KernelProcess kernel = KernelProcess.Start(start =>
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
        using KernelProcess parent = KernelProcess.Start(start =>
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
}
