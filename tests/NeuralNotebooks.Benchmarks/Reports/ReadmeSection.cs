using System.Text.Json;

namespace NeuralNotebooks.Benchmarks;

/// <summary>The part of README.md that is made from the results.</summary>
internal static class ReadmeSection
{
    public const string Begin = "<!-- speed: written from tests/NeuralNotebooks.Benchmarks/results -->", End = "<!-- /speed -->";

    /// <summary>The tables of all results in a folder, by the names of the files.</summary>
    /// <exception cref="InvalidDataException">There are no results, or a file has something else in it.</exception>
    public static string OfResults(string folder)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)];
        return files.Length > 0
            ? string.Join("\n", files.Select(file => MarkdownReport.Of(Read(file))))
            : throw new InvalidDataException($"There are no results in {folder}: compare --output writes them.");
    }

    private static Report Read(string file)
    {
        try
        {
            return Report.FromJson(File.ReadAllText(file));
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file} has no results of compare in it: {e.Message}", e);
        }
    }

    /// <summary>What stands between the two marks.</summary>
    /// <exception cref="InvalidDataException">A mark is missing.</exception>
    public static string In(string readme)
    {
        (int from, int to) = Place(readme);
        return readme[from..to];
    }

    /// <summary>The text with another section between the marks.</summary>
    /// <exception cref="InvalidDataException">A mark is missing.</exception>
    public static string Replace(string readme, string section)
    {
        (int from, int to) = Place(readme);
        return readme[..from] + section + readme[to..];
    }

    private static (int From, int To) Place(string readme)
    {
        int begin = readme.IndexOf(Begin, StringComparison.Ordinal), end = readme.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? (begin + Begin.Length + 1, end)
            : throw new InvalidDataException($"README.md must have the lines {Begin} and {End}, in this order: the tables stand between them.");
    }
}
