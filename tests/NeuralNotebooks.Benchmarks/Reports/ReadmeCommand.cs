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
        command.SetAction(_ => Run(Readme, Results, Console.Error));
        return command;
    }

    /// <summary>Puts the tables of the results into a README; where that cannot be, says why and leaves it as it is.</summary>
    internal static int Run(string readme, string results, TextWriter error)
    {
        try
        {
            File.WriteAllText(readme, ReadmeSection.Replace(File.ReadAllText(readme), ReadmeSection.OfResults(results)));
            return ExitCode.Passed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            error.WriteLine(e.Message);
            return ExitCode.Failed;
        }
    }
}
