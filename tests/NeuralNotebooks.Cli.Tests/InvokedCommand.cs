namespace NeuralNotebooks.Cli.Tests;

internal sealed record InvokedCommand(int ExitCode, string Output, string Error)
{
    public static async Task<InvokedCommand> Of(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int exitCode = await CommandLine.InvokeAsync(
            args, new Terminal(TextWriter.Synchronized(output), TextWriter.Synchronized(error), IsLive: false));
        return new(exitCode, output.ToString(), error.ToString());
    }
}
