using System.Text;
using NeuralNotebooks.Cli;

return SystemLimits.AreRelevant(args) && SystemLimits.Shortage() is { } shortage
    ? SystemLimits.ReportShortage(shortage)
    : await RunAsync(args);

// A separate method, because the runtime loads the assemblies that a method uses before it runs the method.
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
            Console.OutputEncoding = before; // On Windows the encoding belongs to the console.
    }
}
