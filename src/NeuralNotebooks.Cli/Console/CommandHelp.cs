using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace NeuralNotebooks.Cli;

/// <summary>The help of a command, with examples and exit codes. The help of <c>nn</c> begins with examples of its
/// commands.</summary>
internal sealed class CommandHelp(HelpAction standard) : SynchronousCommandLineAction
{
    private const int MaxOfSubcommand = 2;

    public override int Invoke(ParseResult parseResult)
    {
        Command command = parseResult.CommandResult.Command;
        TextWriter output = parseResult.InvocationConfiguration.Output;
        if (command is RootCommand)
        {
            Write(output, "What people do:", ExamplesOf(command));
            output.WriteLine("nn COMMAND --help shows more examples, and what the exit codes mean.");
            output.WriteLine();
            return standard.Invoke(parseResult);
        }
        // The usage would show them before the command's name, where nobody writes them.
        foreach (Argument argument in command.Parents.OfType<Command>().SelectMany(parent => parent.Arguments))
            argument.Hidden = true;
        int result = standard.Invoke(parseResult);
        Write(output, "Examples:", ExamplesOf(command));
        if (command is NnCommand { ExitCodes: [_, ..] codes })
            Write(
                output,
                "Exit codes:",
                codes.UnionBy(ExitCode.OfAll, code => code.Code).OrderBy(code => code.Code)
                    .Select(code => (Invariant($"{code.Code,-4}"), code.Meaning)));
        return result;
    }

    private static IEnumerable<(string Line, string Meaning)> ExamplesOf(Command command) =>
        [
            .. (command as NnCommand)?.Examples ?? [],
            .. command.Subcommands.SelectMany(subcommand => ExamplesOf(subcommand).Take(MaxOfSubcommand)),
        ];

    private static void Write(TextWriter output, string title, IEnumerable<(string Left, string Right)> rows)
    {
        (string Left, string Right)[] all = [.. rows];
        if (all.Length == 0)
            return;
        output.WriteLine(title);
        int width = all.Max(row => row.Left.Length);
        foreach ((string left, string right) in all)
            output.WriteLine($"  {left.PadRight(width)}  {right}");
        output.WriteLine();
    }
}
