using System.CommandLine;
using NeuralNotebooks.Tests;

namespace NeuralNotebooks.Benchmarks;

/// <summary>The command <c>readme</c>, which writes the results into README.md and docs/speed.md.</summary>
internal static class ReadmeCommand
{
    /// <summary>The lines before and after the tables in each document.</summary>
    public const string Begin = "<!-- speed: written from tests/NeuralNotebooks.Benchmarks/results -->",
        End = "<!-- /speed -->";

    public static string Results => Repository.At("tests/NeuralNotebooks.Benchmarks/results");

    public static Command Create()
    {
        var command = new Command("readme", "Writes the tables of README.md and docs/speed.md from the results.");
        command.SetAction(_ => Run(Repository.Root, Results, Console.Error));
        return command;
    }

    /// <summary>The text of each document with the tables of these results, by the document's path. There is one file
    /// of results for each processor.</summary>
    /// <exception cref="InvalidDataException">There are no results, a file is not a file of results, or a document does
    /// not have the lines between which the tables are written.</exception>
    internal static IReadOnlyDictionary<string, string> Documents(string root, string results)
    {
        Report[] reports =
        [
            .. Directory.EnumerateFiles(results, "*.json").Order(StringComparer.Ordinal).Select(Report.Read),
        ];
        return reports.Length > 0
            ? new Dictionary<string, string>
            {
                ["README.md"] = SpeedTables.Headline(reports),
                ["docs/speed.md"] = string.Join("\n", reports.Select(SpeedTables.Of)),
            }.ToDictionary(tables => Path.Combine(root, tables.Key), tables => With(tables.Value, tables.Key))
            : throw new InvalidDataException($"{results} holds no results: compare --output FILE writes one.");

        string With(string tables, string document) =>
            File.ReadAllText(Path.Combine(root, document)).Split([Begin, End], default) is [var before, _, var after]
                ? $"{before}{Begin}\n{tables}{End}{after}"
                : throw new InvalidDataException(
                    $"The lines {Begin} and {End} must be in the document, in this order: the tables go between them."
                );
    }

    /// <summary>Writes the tables into the documents. If that is not possible, it writes the reason and changes
    /// nothing.</summary>
    internal static int Run(string root, string results, TextWriter error)
    {
        try
        {
            foreach ((string path, string text) in Documents(root, results))
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
