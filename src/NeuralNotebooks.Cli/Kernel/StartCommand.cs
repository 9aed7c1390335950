using NeuralNotebooks.Jupyter.Installation;

namespace NeuralNotebooks.Cli;

internal sealed class StartCommand : NnCommand
{
    private readonly Argument<string> _file = new("CONNECTION_FILE")
    {
        Description = "The file in which a Jupyter client says where to listen.",
    };

    public StartCommand(CommandContext context)
        : base("start", "Runs a kernel. (Jupyter does this by itself.)", context)
    {
        AddAll(_file);
        SetAction(parsed => Run(parsed.GetValue(_file)!));
    }

    /// <summary>Runs the kernel in its own process, since this one has the grader and its libraries.</summary>
    private static int Run(string connectionFile)
    {
        // Ctrl-C interrupts a cell of the kernel, which gets the signal, too.
        using PosixSignalRegistration ctrlC = PosixSignalRegistration.Create(
            PosixSignal.SIGINT, received => received.Cancel = true);
        var start = new ProcessStartInfo(
            DotnetInstallation.Program, [typeof(KernelInstaller).Assembly.Location, connectionFile]);
        if (!OperatingSystem.IsWindows()) // The kernel ends with the process of this id; Jupyter gives its own one.
            start.Environment.TryAdd("JPY_PARENT_PID", Invariant($"{Environment.ProcessId}"));
        using Process kernel = Process.Start(start)!;
        kernel.WaitForExit();
        return kernel.ExitCode;
    }
}
