using Microsoft.Win32.SafeHandles;

namespace NeuralNotebooks.Judge;

/// <summary>Sets up the channel in a judge process. The process is started with the channel as its standard input and
/// output.</summary>
/// <remarks>The channel is moved to other handles before any other code runs. Then standard input is empty, and
/// standard output is redirected to standard error, so that everything a submission prints becomes part of the
/// transcript and cannot reach the channel.</remarks>
internal static partial class JudgeStreams
{
    private const int DuplicateWithCloseOnExec = 1030, StandardInput = -10, StandardOutput = -11, StandardError = -12;

    /// <param name="serve">Handles the requests of the channel. It runs in a new thread.</param>
    public static int Serve(Action<MessageChannel<JudgeMessage>> serve, int stackSize)
    {
        MessageChannel<JudgeMessage> channel = MoveChannel();
        var thread = new Thread(() => serve(channel), stackSize);
        thread.Start();
        thread.Join();
        // Threads that a submission has started must not keep the process alive.
        Environment.Exit(0);
        return 0;
    }

    private static MessageChannel<JudgeMessage> MoveChannel()
    {
        (SafeFileHandle input, SafeFileHandle output) = OperatingSystem.IsWindows() ? MoveOnWindows() : MoveOnUnix();
        var receiving = new FileStream(input, FileAccess.Read, bufferSize: 0);
        var sending = new FileStream(output, FileAccess.Write, bufferSize: 0);
        var line = new List<char>();
        for (int next; (next = receiving.ReadByte()) is not ('\n' or -1) && line.Count < 1000;)
            line.Add((char)next);
        return new MessageChannel<JudgeMessage>(
            receiving, sending, ChannelTokens.Parse(new string([.. line])), JudgeMessageJson.Default.JudgeMessage);
    }

    private static (SafeFileHandle Input, SafeFileHandle Output) MoveOnUnix()
    {
        int input = Duplicate(0), output = Duplicate(1);
        using (SafeFileHandle empty = File.OpenHandle("/dev/null"))
            Check(dup2((int)empty.DangerousGetHandle(), 0));
        Check(dup2(2, 1));
        return (new SafeFileHandle(input, ownsHandle: true), new SafeFileHandle(output, ownsHandle: true));
    }

    /// <summary>Duplicates a handle. On Linux the duplicate is not inherited by programs that a cell starts.</summary>
    private static int Duplicate(int handle) =>
        Check(OperatingSystem.IsLinux() ? fcntl(handle, DuplicateWithCloseOnExec, 3) : dup(handle));

    private static int Check(int result) =>
        result >= 0
            ? result
            : throw new IOException($"The channel could not be set up: error {Marshal.GetLastPInvokeError()}.");

    private static (SafeFileHandle Input, SafeFileHandle Output) MoveOnWindows()
    {
        nint input = GetStdHandle(StandardInput), output = GetStdHandle(StandardOutput);
        Check(SetStdHandle(StandardInput, 0) ? 0 : -1);
        Check(SetStdHandle(StandardOutput, GetStdHandle(StandardError)) ? 0 : -1);
        return (new SafeFileHandle(input, ownsHandle: true), new SafeFileHandle(output, ownsHandle: true));
    }

    // Functions have the names of the C library. The libraries libc and kernel32 are in the system's folders.
#pragma warning disable IDE1006, SYSLIB1054, CA5392
    [DllImport("libc", SetLastError = true)]
    private static extern int dup(int handle);

    [DllImport("libc", SetLastError = true)]
    private static extern int dup2(int handle, int other);

    [DllImport("libc", SetLastError = true)]
    private static extern int fcntl(int handle, int command, int argument);

    [DllImport("kernel32")]
    private static extern nint GetStdHandle(int which);

    [DllImport("kernel32", SetLastError = true)]
    private static extern bool SetStdHandle(int which, nint handle);
#pragma warning restore IDE1006, SYSLIB1054, CA5392
}
