namespace NeuralNotebooks.Cli;

/// <summary>Creates the command <c>nn grade</c> with its subcommand <c>merge</c>.</summary>
internal static class GradeCommand
{
    public const string Name = "grade";

    public static Command Create(Terminal terminal)
    {
        var arguments = new GradeArguments();
        var command = new Command(
            Name, "Grades submitted notebooks: each task judged by itself, compared by its answers.")
        {
            arguments.Submitted, arguments.Sources, arguments.Output, arguments.Jobs, arguments.Shard, arguments.Resume,
            arguments.Only, arguments.Blind, arguments.NoIsolation, arguments.Timeout, arguments.Memory,
            arguments.Imports, Merge(terminal),
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(arguments.Only) is not null
                && result.GetResult(arguments.Shard) is { Implicit: false })
                result.AddError("--only grades one student, and --shard a part of the students: give only one.");
        });
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
                parsed.GetRequiredValue(folders), parsed.GetRequiredValue(output), parsed.GetValue(imports) ?? [])
        );
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
