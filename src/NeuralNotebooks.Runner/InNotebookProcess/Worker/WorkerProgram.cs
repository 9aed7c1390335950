using System.IO.Pipes;

namespace NeuralNotebooks.Runner.InNotebookProcess;

/// <summary>The program of a worker process, in which one notebook runs: executes the cells that the runner sends, and
/// sends back their outputs.</summary>
internal sealed class WorkerProgram : IDisposable
{
    private readonly MessageChannel<WorkerMessage> _channel;
    private readonly string _endOfCell;
    private readonly ConcurrentDictionary<string, long> _displayed = new(StringComparer.Ordinal);
    private readonly BlockingCollection<WorkerMessage> _commands = [];
    private readonly Stream _standardOutput = Console.OpenStandardOutput();
    private readonly Stream _standardError = Console.OpenStandardError();
    private volatile bool _exitIsExpected;
    private volatile RunningCell? _running;

    private WorkerProgram(MessageChannel<WorkerMessage> channel, string endOfCell)
        => (_channel, _endOfCell) = (channel, endOfCell);

    public static int Run(string pipeName, string? kitScript)
    {
        if (OperatingSystem.IsWindows())
            WindowsJob.Enter();

        // The session is created first, so that the compiler warms up while the connection is made.
        using CSharpSession session = NotebookSession.Start(Directory.GetCurrentDirectory(), kitScript);

        // The runner sends two lines on standard input and closes it. Cells that read it later get the end of the file.
        string tokens, endOfCell;
        using (var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8))
            (tokens, endOfCell) = (input.ReadLine() ?? "", input.ReadLine() ?? "");
        // The runtime has read them, and processes that cells start should not inherit them.
        foreach (string setting in RuntimeSettings.Names)
            Environment.SetEnvironmentVariable(setting, null);
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

        using NamedPipeClientStream commands = Connect(WorkerProtocol.Commands(pipeName), PipeDirection.In);
        using NamedPipeClientStream answers = Connect(WorkerProtocol.Answers(pipeName), PipeDirection.Out);
        using var worker = new WorkerProgram(
            new(commands, answers, ChannelTokens.Parse(tokens), WorkerMessageJson.Default.WorkerMessage), endOfCell);
        return worker.Serve(session);
    }

    public void Dispose() => _commands.Dispose();

    private static NamedPipeClientStream Connect(string name, PipeDirection direction)
    {
        var pipe = new NamedPipeClientStream(".", name, direction, PipeOptions.CurrentUserOnly);
        pipe.Connect(TimeSpan.FromSeconds(10));
        return pipe;
    }

    private int Serve(CSharpSession session)
    {
        // Ctrl-C and a closed terminal send signals to every process of the terminal. They are ignored here, since the
        // runner decides when to end this process.
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(
            PosixSignal.SIGINT, signal => signal.Cancel = true);
        using PosixSignalRegistration hangUp = PosixSignalRegistration.Create(
            PosixSignal.SIGHUP, signal => signal.Cancel = true);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => ReportProcessExit(session);
        CSharpSession.KeepUnhandledExceptions();
        OwnThread.Start("Runner", Listen);

        int exitCode = 0;
        try
        {
            foreach (WorkerMessage command in _commands.GetConsumingEnumerable())
            {
                if (command is ReturnTo back)
                    _channel.Send(new Returned(session.ReturnTo(back.Cell)));
                else if (command is ExecuteCode code)
                    Execute(code, session);
                else
                    break;
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            exitCode = WorkerProtocol.ChannelLost; // A cell has closed the channel.
        }
        _exitIsExpected = true;
        // Exits explicitly, since threads of a cell would keep the process running.
        Environment.Exit(exitCode);
        return exitCode;
    }

    private void Execute(ExecuteCode code, CSharpSession session)
    {
        var cell = code as ExecuteCell;
        int number = code.Origin.Number;
        var sink = new LimitedOutputs(new WorkerOutputSink(_channel, code.Origin), _displayed);
        CancellationTokenSource interrupt = new();
        _running = new(code.Origin, interrupt);
        if (cell is { IsRemembered: true })
            session.RememberStart(number);
        CellResult result = code is ExecuteClaim claim ? Check(claim, session, sink, interrupt.Token)
            : session.ExecuteAsync(
                code.Code, code.Origin, sink, interrupt.Token, cell?.Language, identity: Invariant($"{number}"))
                .GetAwaiter().GetResult();
        sink.End(result.Error);
        if (cell is not null)
            MarkEndOfCell(number);
        _channel.Send(
            new CellEnded(
                code.Origin, result.Outcome, result.Error?.Name, result.Location, result.Duration, PeakMemory()));
    }

    /// <summary>Runs a claim. It fails if it changes a variable of the notebook, as far as that can be seen.</summary>
    private static CellResult Check(
        ExecuteClaim claim, CSharpSession session, LimitedOutputs sink, CancellationToken interrupt)
    {
        IReadOnlyList<Variable> before = session.Variables();
        if (CellNames.AssignedOf(before.Select(variable => variable.Name), claim.Code) is { } assigned)
            return Changes(assigned);
        CellResult result = session.ExecuteClaimAsync(claim.Code, claim.File, claim.Origin.Number, sink, interrupt)
            .GetAwaiter().GetResult();
        return result.Error is null && session.Variables().Except(before).FirstOrDefault() is { } changed
            ? Changes(changed.Name) : result;

        CellResult Changes(string name)
        {
            string sentence = $"The claim changes {name}, a variable of the notebook.";
            var error = new ErrorOutput("ChangedVariable", sentence, [new(sentence, TracebackKind.Headline)]);
            sink.Emit(error);
            return new(CellOutcome.RuntimeError, error, null);
        }
    }

    private static long PeakMemory()
    {
        using Process self = Process.GetCurrentProcess();
        return Math.Max(self.PeakWorkingSet64, self.WorkingSet64);
    }

    /// <summary>Receives commands on a dedicated thread, since cells may occupy the whole thread pool.</summary>
    private void Listen()
    {
        try
        {
            while (_channel.Receive() is { } command)
                if (command is not StopCell stop)
                    _commands.Add(command);
                else if (_running is { } running && running.Origin == stop.Origin)
                    running.Interrupt.Cancel();
        }
        catch (Exception e) when (e is IOException or ChannelBrokenException or ObjectDisposedException)
        {
            // Treated as the end of the channel.
        }
        if (!_exitIsExpected)
            EndSelfAndDescendants();
    }

    /// <summary>Ends this process and its descendants (on macOS, its children).</summary>
    private static void EndSelfAndDescendants()
    {
        if (Environment.GetEnvironmentVariable(ProcessTree.Mark) is { Length: > 0 } mark)
            ProcessTree.EndMarked(mark);
        if (OperatingSystem.IsMacOS())
            InstalledProgram.Ask("pkill", ["-KILL", "-P", $"{Environment.ProcessId}"]);
        using Process self = Process.GetCurrentProcess(); // On Windows the job object ends the others.
        self.Kill();
    }

    /// <summary>Writes the mark for the end of a cell to standard output and error, to which native code may have
    /// written.</summary>
    private void MarkEndOfCell(int cell)
    {
        byte[] mark = Encoding.ASCII.GetBytes(WorkerProtocol.EndOfCell(_endOfCell, cell));
        foreach (Stream stream in (ReadOnlySpan<Stream>)[_standardOutput, _standardError])
        {
            try
            {
                stream.Write(mark);
                stream.Flush();
            }
            catch (IOException)
            {
                // The cell has closed the stream.
            }
        }
    }

    private void ReportProcessExit(CSharpSession session)
    {
        if (_exitIsExpected)
            return;
        try
        {
            session.FlushOutputs();
            _channel.Send(new ProcessExiting(Environment.ExitCode));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The runner has ended, so nobody needs the exit code.
        }
    }

    private sealed record RunningCell(CodeOrigin Origin, CancellationTokenSource Interrupt);
}
