namespace NeuralNotebooks.Cli;

/// <summary>A command of <c>nn</c>, with the examples and exit codes that its help shows.</summary>
internal abstract class NnCommand(string name, string description, CommandContext context)
    : Command(name, description)
{
    /// <summary>Command lines, the most frequent first, and what they do.</summary>
    public IReadOnlyList<(string Line, string Meaning)> Examples { get; protected init; } = [];

    /// <summary>What exit codes mean. The help adds what they mean for all commands.</summary>
    public IReadOnlyList<(int Code, string Meaning)> ExitCodes { get; protected init; } = [];

    protected Terminal Terminal => context.Terminal;

    protected Workplace Workplace => context.Workplace;

    /// <summary>Adds arguments and options, in the order of the help.</summary>
    protected void AddAll(params ReadOnlySpan<Symbol> symbols)
    {
        foreach (Symbol symbol in symbols)
            if (symbol is Argument argument)
                Arguments.Add(argument);
            else
                Options.Add((Option)symbol);
    }
}

internal sealed record CommandContext(Terminal Terminal, Workplace Workplace);
