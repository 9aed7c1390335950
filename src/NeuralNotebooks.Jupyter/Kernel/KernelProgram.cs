namespace NeuralNotebooks.Jupyter;

internal static class KernelProgram
{
    private const int Ended = 0;

    private static readonly TimeSpan _flushTimeout = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _exitTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Handles requests of clients until one of them shuts the kernel down.</summary>
    /// <returns>The exit code if the kernel could not start; otherwise the process exits and the method does not
    /// return.</returns>
    public static int Run(string connectionFile)
    {
        var log = new KernelLog();
        try
        {
            // The session is created first, so that the compiler warms up while the sockets are opened.
            using var session = new KernelSession(WorkingFolder());
            using var channels = new KernelChannels(ConnectionFile.Read(connectionFile), log.Write);
            Serve(session, channels, log.Write);
            return Ended;
        }
        catch (Exception e) when (e is ConnectionFileException or IOException)
        {
            log.WriteLine(e.Message);
            return SystemExit.Usage;
        }
    }

    private static void Serve(KernelSession session, KernelChannels channels, Action<string> log)
    {
        var handlers = new RequestHandlers(session, () => End(channels));
        var shell = new RequestLoop(channels.ShellRequests, handlers.Shell, log);
        handlers.Execute.Failed += shell.AbortWaitingExecutions;
        var control = new RequestLoop(channels.ControlRequests, handlers.Control, log);

        using PosixSignalRegistration ctrlC = On(PosixSignal.SIGINT, session.Interrupt);
        // By default the runtime would end the process immediately, so that socket files would remain and the latest
        // publications would be lost.
        using PosixSignalRegistration terminated = On(PosixSignal.SIGTERM, () => End(channels)),
            hungUp = On(PosixSignal.SIGHUP, () => End(channels));
        CSharpSession.KeepUnhandledExceptions();
        ParentWatch.Begin(() => End(channels));
        OwnThread.Start("control requests", control.Run);
        channels.Start();
        channels.Publish("status", new JsonObject { ["execution_state"] = "starting" }, parent: [], patient: false);
        _ = session.Cells.PrepareCompletionAsync();
        shell.Run();
    }

    private static string WorkingFolder()
    {
        try
        {
            return Directory.GetCurrentDirectory();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                "The folder in which the kernel was started does not exist any more, or cannot be read.", e);
        }
    }

    private static PosixSignalRegistration On(PosixSignal signal, Action action) =>
        PosixSignalRegistration.Create(
            signal,
            received =>
            {
                received.Cancel = true;
                action();
            });

    private static void End(KernelChannels channels)
    {
        OwnThread.Start("Exit", () =>
        {
            Thread.Sleep(_exitTimeout);
            using Process self = Process.GetCurrentProcess();
            self.Kill(); // Needed if threads of a cell prevent the exit.
        });
        try
        {
            channels.Flush(_flushTimeout);
            channels.Dispose();
        }
        finally
        {
            Environment.Exit(Ended); // Even if closing the sockets has failed.
        }
    }
}
