namespace NeuralNotebooks.Cli;

/// <summary><c>nn run</c>.</summary>
internal static class RunCommand
{
    public const string Name = "run";

    public static Command Create(Terminal terminal)
    {
        var arguments = new RunArguments();
        var command = new Command(Name, "Runs notebooks, each in its own process, and builds a site from them.");
        arguments.AddTo(command);
        command.SetAction(
            (parsed, cancellation) => new RunWorkflow(terminal).RunAsync(arguments.Read(parsed), cancellation));
        return command;
    }
}
