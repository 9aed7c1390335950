using System.CommandLine.Help;

namespace NeuralNotebooks.Cli;

/// <summary>The commands of <c>nn</c>.</summary>
internal static class CommandLine
{
    /// <summary>The time in which running notebooks must stop after Ctrl-C.</summary>
    private static readonly TimeSpan _terminationTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Runs a command in this process's terminal and folder.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        BestEffortWriter output = new(Console.Out), error = new(Console.Error);
        if (!HasWorkingFolder())
        {
            await error.WriteLineAsync("The working folder does not exist or cannot be read. Change to another one.");
            return ExitCode.NotFound;
        }

        using var hangup = new CancellationTokenSource();
        // If the command was started with nohup, the signal is ignored and .NET does not change that, so the run
        // continues after the terminal was closed.
        using PosixSignalRegistration? registration = OperatingSystem.IsWindows() ? null
            : PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
            {
                context.Cancel = true; // The terminal was closed: stop as on SIGTERM.
                hangup.Cancel();
            });
        int code = await InvokeAsync(args, Terminal.OfProcess(output, error), hangup.Token);
        await output.FlushAsync(CancellationToken.None);
        if (output.Failure is not { } failure)
            return code;
        await error.WriteLineAsync($"Standard output could not be written: {failure}");
        return Math.Max(code, ExitCode.Failed);
    }

    /// <summary>Runs a command.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> InvokeAsync(
        string[] args, Terminal terminal, CancellationToken cancellation = default)
    {
        ParseResult parsed = Parse(terminal, args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithSections)
        {
            if (parsed.UnmatchedTokens is [var word, ..]
                && (word.StartsWith('-') || parsed.CommandResult.Command.Subcommands.Count > 0))
                terminal.WriteError($"There is no {(word.StartsWith('-') ? "option" : "command")} {word}.");
            else
                foreach (string error in parsed.Errors.Select(error => error.Message).Distinct())
                    terminal.WriteError(error);
            return terminal.Fail(ExitCode.Usage, $"Try: nn {string.Join(' ', Words(parsed).Append("--help"))}");
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                ProcessTerminationTimeout = _terminationTimeout,
                EnableDefaultExceptionHandler = false,
            }, cancellation);
        }
        catch (OperationCanceledException)
        {
            return terminal.Fail(ExitCode.Interrupted, "Interrupted.");
        }
        catch (Exception e)
        {
            return terminal.Fail(
                ExitCode.Failed,
                IsLackOfResources(e)
                    ? $"A limit of the system was reached, or nn is not installed completely: "
                        + $"{e.GetBaseException().Message} ulimit -a shows the limits for threads, files and memory."
                : e is IOException or UnauthorizedAccessException or JudgeException ? e.Message
                : $"Unhandled exception: {e}");
        }
    }

    /// <summary>Parses a command without running it.</summary>
    public static ParseResult Parse(Terminal terminal, string[] args) => Root(terminal, args).Parse(args);

    /// <summary>Whether an exception means that a limit of the system was reached. If the system allows no further
    /// thread, the runtime throws an OutOfMemoryException; if it allows no further open file, an assembly seems to be
    /// missing.</summary>
    private static bool IsLackOfResources(Exception e)
    {
        const int tooManyOpenFiles = 24;
        Exception cause = e.GetBaseException();
        return cause is OutOfMemoryException or IOException { HResult: tooManyOpenFiles }
            || (cause as FileNotFoundException)?.FileName?.Contains(", Version=") == true;
    }

    private static bool HasWorkingFolder() =>
        NamedFile.TryRead(() => Directory.Exists(Directory.GetCurrentDirectory()), otherwise: false);

    private static RootCommand Root(Terminal terminal, string[] args)
    {
        var root = new RootCommand("Runs C# notebooks and makes a site of them: the command line of NeuralNotebooks.")
        {
            RunCommand.Create(terminal),
            SiteCommand.Create(terminal),
            ServeCommand.Create(terminal),
            AssignCommand.Create(terminal),
            GradeCommand.Create(terminal),
            FeedbackCommand.Create(terminal),
            KernelCommand.Create(terminal),
            NewCommand.Create(terminal),
            CleanCommand.Create(terminal),
            ConvertCommand.Create(terminal),
            DoctorCommand.Create(terminal),
        };
        root.RejectStrayPaths([.. args.SkipWhile(arg => arg != "--").Skip(1)]);
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithSections((HelpAction)help.Action!);
        return root;
    }

    /// <summary>The names of the command and its parent commands, outermost first.</summary>
    public static IReadOnlyList<string> Words(ParseResult parsed)
    {
        var words = new List<string>();
        for (CommandResult? at = parsed.CommandResult;
            at is { Command: not RootCommand };
            at = at.Parent as CommandResult)
            words.Insert(0, at.Command.Name);
        return words;
    }
}
