using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace NeuralNotebooks.Cli;

/// <summary>The commands of <c>nn</c>.</summary>
internal static class CommandLine
{
    /// <summary>How long running notebooks may take to end after Ctrl-C.</summary>
    private static readonly TimeSpan _patienceAfterInterrupt = TimeSpan.FromSeconds(10);

    /// <summary>Runs a command.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> InvokeAsync(string[] args, Terminal terminal)
    {
        ParseResult parsed = Root(terminal).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithSections)
        {
            foreach (string error in parsed.Errors.Select(error => error.Message).Distinct())
                await terminal.Error.WriteLineAsync(error);
            await terminal.Error.WriteLineAsync($"Try: nn {NameOf(parsed)}--help");
            return ExitCode.Usage;
        }
        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Error,
            ProcessTerminationTimeout = _patienceAfterInterrupt,
        });
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Runs C# notebooks and makes a site of them: the command line of NeuralNotebooks.")
        {
            RunCommand.Create(terminal),
            SiteCommand.Create(terminal),
            ServeCommand.Create(terminal),
            KernelCommand.Create(terminal),
            BenchCommand.Create(terminal),
            DoctorCommand.Create(terminal),
        };
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithSections((HelpAction)help.Action!);
        return root;
    }

    /// <summary>The command with those that it belongs to, such as "bench gemm ".</summary>
    private static string NameOf(ParseResult parsed)
    {
        string name = "";
        for (CommandResult? at = parsed.CommandResult; at is { Command: not RootCommand }; at = at.Parent as CommandResult)
            name = $"{at.Command.Name} {name}";
        return name;
    }
}
