using System.Text;
using NeuralNotebooks.Cli;

return SystemLimits.Matter(args) && SystemLimits.Shortage() is { } shortage
    ? SystemLimits.Refuse(shortage)
    : await RunAsync(args);

// Apart, because what a method names is loaded before it runs.
static async Task<int> RunAsync(string[] args)
{
    Encoding before = Console.OutputEncoding;
    Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    try
    {
        return await CommandLine.RunAsync(args);
    }
    finally
    {
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = before; // On Windows it is the console's, which outlives this process.
    }
}
