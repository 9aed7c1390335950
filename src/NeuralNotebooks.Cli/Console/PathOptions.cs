namespace NeuralNotebooks.Cli;

internal sealed class PathOption<T>(string name, params string[] aliases) : Option<T>(name, aliases), IPathOption;

/// <summary>Marks a <see cref="PathOption{T}"/> of any type.</summary>
internal interface IPathOption;

internal static class PathOptions
{
    public static Option<string> Output(string description, bool isRequired = false) =>
        new PathOption<string>("--output", "-o") { HelpName = "DIR", Description = description, Required = isRequired };

    public static Argument<string[]> Sources() => new("SOURCE")
    {
        Description = "Sources of assignments, or folders that hold them, such as assignments/source.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <param name="usual">The folder to read if none is given; null if one must be given.</param>
    public static Option<string[]> Source(string? usual) => new PathOption<string[]>("--source", "-s")
    {
        HelpName = "SOURCE",
        Description =
            $"The assignments' sources, or folders that hold them{(usual is null ? "" : $" (default: {usual})")}.",
        AllowMultipleArgumentsPerToken = true,
        Required = usual is null,
        DefaultValueFactory = usual is null ? null : _ => [usual],
    };

    /// <summary>Makes a command and its subcommands reject paths that nobody meant: empty ones, which a script passes
    /// if a variable of it is not set, and those that begin with a dash, which are misspelt options. All their
    /// arguments are paths.</summary>
    /// <param name="literal">The arguments after <c>--</c>: paths, even if they begin with a dash.</param>
    public static void RejectStrayPaths(this Command command, IReadOnlyCollection<string> literal)
    {
        command.Validators.Add(result =>
        {
            foreach (SymbolResult given in result.Children)
                foreach (string path in NameOfPath(given) is null ? [] : given.Tokens.Select(token => token.Value))
                    if (string.IsNullOrWhiteSpace(path))
                        result.AddError($"{NameOfPath(given)}: the path is empty.");
                    else if (path is ['-', _, ..] && !literal.Contains(path))
                        result.AddError($"There is no option {path}.{Spelling.Suggestion(command, path)}");
        });
        foreach (Command subcommand in command.Subcommands)
            subcommand.RejectStrayPaths(literal);
    }

    private static string? NameOfPath(SymbolResult given) => given switch
    {
        ArgumentResult { Argument: var argument } => argument.Name,
        OptionResult { Option: IPathOption } option => option.Option.Name,
        _ => null,
    };
}
