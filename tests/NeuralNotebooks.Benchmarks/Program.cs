using System.CommandLine;
using NeuralNotebooks.Benchmarks;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
RootCommand root = new("Compares the speed of NeuralNotebooks with that of other libraries.")
{
    CompareCommand.Create(),
    ReadmeCommand.Create(),
    ClassCommand.Create(),
};
ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
        await Console.Error.WriteLineAsync(error.Message);
    await Console.Error.WriteLineAsync("Try --help, also after a command.");
    return ExitCode.Usage;
}
return await parsed.InvokeAsync();
