namespace NeuralNotebooks.Cli;

/// <summary><c>nn run</c>.</summary>
internal static class RunCommand
{
    public const string Name = "run";

    /// <param name="literal">The arguments after <c>--</c>: paths, even if they begin with a dash.</param>
    public static Command Create(Terminal terminal, IReadOnlyCollection<string> literal)
    {
        var arguments = new RunArguments(literal);
        var command = new Command(Name, "Runs notebooks, each in its own process, and builds a site from them.");
        arguments.AddTo(command);
        command.SetAction(
            (parsed, cancellation) => new RunWorkflow(terminal).RunAsync(arguments.Read(parsed), cancellation));
        return command;
    }
}
