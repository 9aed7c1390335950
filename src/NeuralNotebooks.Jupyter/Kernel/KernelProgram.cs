using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Jupyter;

/// <summary>The kernel's process, from its start to its end.</summary>
public static class KernelProgram
{
    private const int Ended = 0, Unusable = 64;

    private static readonly TimeSpan _timeForLastWords = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _timeToExit = TimeSpan.FromSeconds(3);

    /// <summary>Serves the clients that the connection file speaks of, until one of them ends the kernel.</summary>
    /// <returns>The exit code, when the kernel could not start; else the process ends.</returns>
    public static int Run(string connectionFile)
    {
        // Not Console.Error, which is that of the cell that runs.
        var log = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true });
        try
        {
            // First of all, for the compiler warms up while the sockets are opened.
            using var execution = new Execution(Directory.GetCurrentDirectory());
            using var channels = new KernelChannels(ConnectionFile.Read(connectionFile), Log);
            Serve(execution, channels, Log);
            return Ended;
        }
        catch (Exception e) when (e is ConnectionFileException or IOException)
        {
            log.WriteLine(e.Message);
            return Unusable;
        }

        void Log(string text) => log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[kernel {DateTime.Now:HH:mm:ss.fff}] {text}"));
    }

    private static void Serve(Execution execution, KernelChannels channels, Action<string> log)
    {
        using var history = new SessionHistory(HistoryFile.OfUser(log));
        var info = new KernelInfoHandler();
        var shutdown = new ShutdownHandler(() => End(channels, history));
        var interrupt = new InterruptHandler(execution);
        var inspect = new InspectHandler(execution.Session);
        var execute = new ExecuteHandler(execution, inspect, history);
        var shell = new RequestLoop(
            channels.ShellRequests,
            [
                execute, new CompleteHandler(execution.Session), inspect, new IsCompleteHandler(execution.Session), new HistoryHandler(history),
                new CommHandler(), info, shutdown, interrupt,
            ],
            log);
        execute.Failed += shell.AbortWaitingExecutions;
        var control = new RequestLoop(channels.ControlRequests, [info, shutdown, interrupt, new DebugHandler()], log);

        using PosixSignalRegistration ctrlC = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            execution.Interrupt();
        });
        ParentWatch.Begin(() => End(channels, history));
        new Thread(control.Run) { IsBackground = true, Name = "control requests" }.Start();
        channels.Start();
        channels.Publish("status", new JsonObject { ["execution_state"] = "starting" }, parent: [], patient: false);
        _ = CSharpSession.PrepareCompletionAsync();
        shell.Run();
    }

    /// <summary>Ends the process, whatever a cell is doing.</summary>
    private static void End(KernelChannels channels, SessionHistory history)
    {
        new Thread(() =>
        {
            Thread.Sleep(_timeToExit);
            using Process self = Process.GetCurrentProcess();
            self.Kill(); // What a cell has left behind keeps the process from exiting.
        })
        { IsBackground = true }.Start();
        channels.Flush(_timeForLastWords);
        channels.Dispose();
        history.Dispose();
        Environment.Exit(Ended);
    }
}
