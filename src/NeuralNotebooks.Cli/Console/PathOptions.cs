namespace NeuralNotebooks.Cli;

/// <summary>The arguments and options of commands that are paths.</summary>
internal static class PathOptions
{
    /// <summary>The option <c>--output</c> for a folder, which several commands have.</summary>
    public static Option<string> Output(string description, bool isRequired = false) =>
        new("--output", "-o") { HelpName = "DIR", Description = description, Required = isRequired };

    /// <summary>Makes a command and its subcommands reject empty paths, which a script may pass if a variable of it is
    /// not set. All their arguments are paths, and the options whose values the help calls so.</summary>
    public static void RejectEmptyPaths(this Command command)
    {
        command.Validators.Add(result =>
        {
            foreach (SymbolResult given in result.Children)
                if (NameOfPath(given) is { } name && given.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
                    result.AddError($"{name}: the path is empty.");
        });
        foreach (Command subcommand in command.Subcommands)
            subcommand.RejectEmptyPaths();
    }

    private static string? NameOfPath(SymbolResult given) => given switch
    {
        ArgumentResult { Argument: var argument } => argument.Name,
        OptionResult { Option: { HelpName: "DIR" or "FILE" or "SOURCE" } option } => option.Name,
        _ => null,
    };
}
