using NeuralNotebooks.Cli;

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
