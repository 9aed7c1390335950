using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace NeuralNotebooks.Cli;

internal static class CommandLine
{
    /// <summary>The time in which running notebooks must stop after Ctrl-C.</summary>
    private static readonly TimeSpan _terminationTimeout = TimeSpan.FromSeconds(10);

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
        return Math.Max(code, ExitCode.Broken);
    }

    public static async Task<int> InvokeAsync(
        string[] args, Terminal terminal, CancellationToken cancellation = default)
    {
        ParseResult parsed = Parse(terminal, args);
        if (parsed.Action is ParseErrorAction)
            return ShowErrors(parsed, args, terminal);
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
        catch (Exception e) when (IsLackOfResources(e))
        {
            return terminal.Fail(
                ExitCode.Broken,
                $"A limit of the system was reached, or nn is not installed completely: "
                    + $"{e.GetBaseException().Message} ulimit -a shows the limits for threads, files and memory.");
        }
        catch (Exception e)
        {
            int code = ExitCode.Of(e);
            bool isKnown =
                code != ExitCode.Broken || e is IOException or UnauthorizedAccessException or JudgeException;
            return terminal.Fail(code, isKnown ? e.Message : $"Unhandled exception: {e}");
        }
    }

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
        var context = new CommandContext(terminal, new(Directory.GetCurrentDirectory()));
        var root = new RootCommand("Runs C# notebooks and makes a site of them: the command line of NeuralNotebooks.")
        {
            new RunCommand(context),
            new SiteCommand(context),
            new ServeCommand(context),
            new Command("assign", "Checks and releases assignments, marks texts, and makes a quiz about submissions.")
            {
                new CheckCommand(context),
                new ReleaseCommand(context),
                new MarkCommand(context),
                new QuizCommand(context),
            },
            new GradeCommand(context),
            new FeedbackCommand(context),
            new Command("kernel", "Lets Jupyter, and VS Code's Jupyter extension, run C# notebooks.")
            {
                new InstallCommand(context),
                new UninstallCommand(context),
            },
            new Command("new", "Makes a course, a notebook or an assignment to begin with.")
            {
                NewCommand.Course(context),
                NewCommand.Notebook(context),
                NewCommand.Assignment(context),
            },
            new CleanCommand(context),
            new ConvertCommand(context),
            new DoctorCommand(context),
        };
        root.RejectStrayPaths([.. args.SkipWhile(arg => arg != "--").Skip(1)]);
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new CommandHelp((HelpAction)help.Action!);
        return root;
    }

    /// <summary>Writes what was not understood, and what a misspelt command probably means.</summary>
    private static int ShowErrors(ParseResult parsed, string[] args, Terminal terminal)
    {
        Command command = parsed.RootCommandResult.Command;
        int depth = 0;
        string? word = args.FirstOrDefault();
        while (command.Subcommands.FirstOrDefault(known => known.Name == word) is { } next)
        {
            command = next;
            word = args.ElementAtOrDefault(++depth);
        }
        // After the name of a group of commands, the next word is a command.
        if (command is { Subcommands.Count: > 0, Arguments.Count: 0 } && word is [not '-', ..])
            terminal.WriteError($"There is no command {word}."
                + (depth == 0 && Notebook.IsNotebook(word)
                    ? $" To run a notebook: nn run {word}" : Spelling.Suggestion(command, word)));
        else if (parsed.UnmatchedTokens is [['-', ..] option, ..])
            terminal.WriteError($"There is no option {option}.{Spelling.Suggestion(command, option)}");
        else
            foreach (string error in parsed.Errors.Select(error => error.Message).Distinct())
                terminal.WriteError(error);
        return terminal.Fail(ExitCode.Usage, $"Try: nn {string.Join(' ', args.Take(depth).Append("--help"))}");
    }
}
