using System.Text;
using NeuralNotebooks.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandLine.InvokeAsync(args, Terminal.OfProcess());
