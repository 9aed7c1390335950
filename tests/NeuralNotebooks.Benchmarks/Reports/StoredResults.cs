using System.Text.Json;

namespace NeuralNotebooks.Benchmarks;

/// <summary>The reports of a folder, one file for each processor.</summary>
internal static class StoredResults
{
    /// <summary>Reads them in the order of their file names.</summary>
    /// <exception cref="InvalidDataException">There are none, or a file holds something else.</exception>
    public static IReadOnlyList<Report> Read(string folder)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)];
        return files.Length > 0
            ? [.. files.Select(ReadFile)]
            : throw new InvalidDataException($"{folder} holds no results: compare --output writes them.");
    }

    private static Report ReadFile(string file)
    {
        try
        {
            return Report.FromJson(File.ReadAllText(file));
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file} does not hold the results of compare: {e.Message}", e);
        }
    }
}
