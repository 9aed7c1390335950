using System.CommandLine;

namespace NeuralNotebooks.Benchmarks;

/// <summary>The command <c>readme</c>, which writes the means of the results into docs/speed.md, and all results into
/// docs/speed-tables.md. A sentence of README.md names the smallest and the largest mean.</summary>
internal static class ReadmeCommand
{
    private const string Means = "docs/speed.md", Tables = "docs/speed-tables.md";

    public const string Begin = "<!-- speed: written from tests/NeuralNotebooks.Benchmarks/results -->",
        End = "<!-- /speed -->";

    public static string Results => Repository.At("tests/NeuralNotebooks.Benchmarks/results");

    public static Command Create()
    {
        var command = new Command("readme", "Writes the tables of the pages about speed from the results.");
        command.SetAction(_ => Run(Repository.Root, Results, Console.Error));
        return command;
    }

    internal static Report[] Reports(string results)
    {
        Report[] reports =
            [.. Directory.EnumerateFiles(results, "*.json").Order(StringComparer.Ordinal).Select(Report.Read)];
        return reports.Length > 0
            ? reports
            : throw new InvalidDataException($"{results} holds no results: compare --output FILE writes one.");
    }

    /// <summary>The paths and the texts of the documents with the tables of these results.</summary>
    internal static (string Path, string Text)[] WithTables(string root, string results)
    {
        Report[] reports = Reports(results);
        return
        [
            With(Path.Combine(root, Means), SpeedTables.Headline(reports)),
            With(Path.Combine(root, Tables), string.Join("\n", reports.Select(SpeedTables.Of))),
        ];
    }

    private static (string Path, string Text) With(string path, string tables) =>
        File.ReadAllText(path).Split([Begin, End], default) is [var before, _, var after]
            ? (path, $"{before}{Begin}\n{tables}{End}{after}")
            : throw new InvalidDataException(
                $"The lines {Begin} and {End} must be in {path}, in this order: the tables go between them.");

    internal static int Run(string root, string results, TextWriter error)
    {
        try
        {
            foreach ((string path, string text) in WithTables(root, results))
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
