namespace NeuralNotebooks.Cli;

/// <summary>Creates the command <c>nn grade</c> with its subcommand <c>merge</c>.</summary>
internal static class GradeCommand
{
    public const string Name = "grade";

    public static Command Create(Terminal terminal)
    {
        var arguments = new GradeArguments();
        var command = new Command(
            Name, "Grades submitted notebooks. Each task is judged by itself, by its answers.")
        {
            Merge(terminal),
        };
        arguments.AddTo(command);
        command.SetAction(
            (parsed, cancellation) => new GradeWorkflow(terminal).RunAsync(arguments.Read(parsed), cancellation));
        return command;
    }

    private static Command Merge(Terminal terminal)
    {
        var folders = new Argument<string[]>("DIR")
        {
            Description = "The results of the shards.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string> output = PathOptions.Output("Where the merged results go.", isRequired: true);
        Option<string[]> imports = Imports();
        var command = new Command("merge", "Merges the results of all shards; lists what is missing or duplicated.")
        {
            folders, output, imports,
        };
        command.SetAction(parsed =>
            new MergeWorkflow(terminal).Run(
                parsed.GetRequiredValue(folders), parsed.GetRequiredValue(output), parsed.GetValue(imports) ?? []));
        return command;
    }

    /// <summary>The option <c>--import</c>, which <c>nn grade</c> and its subcommand have.</summary>
    public static Option<string[]> Imports()
    {
        var import = new Option<string[]>("--import")
        {
            HelpName = "PLATFORM",
            Description = "Write the grades for the import of moodle or canvas, too. May be given several times.",
        };
        import.AcceptOnlyFromAmong([.. PlatformImport.Names]);
        return import;
    }
}
