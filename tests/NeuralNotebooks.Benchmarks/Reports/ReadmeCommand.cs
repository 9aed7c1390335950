using System.CommandLine;
using NeuralNotebooks.Tests;

namespace NeuralNotebooks.Benchmarks;

/// <summary><c>readme</c>: writes the results into README.md and docs/speed.md.</summary>
internal static class ReadmeCommand
{
    public static string Results => Path.Combine(Repository.Root, "tests", "NeuralNotebooks.Benchmarks", "results");

    public static Command Create()
    {
        var command = new Command("readme", "Writes the tables of README.md and docs/speed.md from the results.");
        command.SetAction(_ => Run(Repository.Root, Results, Console.Error));
        return command;
    }

    /// <summary>The generated section of each document, by its path.</summary>
    /// <exception cref="InvalidDataException">There are no results, or a file holds something else.</exception>
    internal static IReadOnlyDictionary<string, string> Sections(string root, string results)
    {
        IReadOnlyList<Report> reports = StoredResults.Read(results);
        return new Dictionary<string, string>
        {
            [Path.Combine(root, "README.md")] = HeadlineTable.Of(reports),
            [Path.Combine(root, "docs", "speed.md")] = string.Join("\n", reports.Select(MarkdownReport.Of)),
        };
    }

    /// <summary>Writes the tables into the documents; where that is not possible, reports why and changes
    /// nothing.</summary>
    internal static int Run(string root, string results, TextWriter error)
    {
        try
        {
            (string Path, string Text)[] written =
            [
                .. Sections(root, results)
                    .Select(section =>
                        (section.Key, GeneratedSection.Replace(File.ReadAllText(section.Key), section.Value))
                    ),
            ];
            foreach ((string path, string text) in written)
                File.WriteAllText(path, text);
            return ExitCode.Passed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            error.WriteLine(e.Message);
            return ExitCode.Failed;
        }
    }
}
