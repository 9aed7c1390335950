using System.CommandLine;
using NeuralNotebooks.Tests;

namespace NeuralNotebooks.Benchmarks;

/// <summary><c>readme</c>: writes the results into README.md.</summary>
internal static class ReadmeCommand
{
    public static string Readme => Path.Combine(Repository.Root, "README.md");

    public static string Results => Path.Combine(Repository.Root, "tests", "NeuralNotebooks.Benchmarks", "results");

    public static Command Create()
    {
        var command = new Command("readme", "Writes the tables of README.md from the results.");
        command.SetAction(_ =>
        {
            File.WriteAllText(Readme, ReadmeSection.Replace(File.ReadAllText(Readme), ReadmeSection.OfResults(Results)));
            return ExitCode.Passed;
        });
        return command;
    }
}
