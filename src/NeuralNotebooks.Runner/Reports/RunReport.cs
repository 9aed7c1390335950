namespace NeuralNotebooks.Runner;

/// <summary>The results of a run in the formats that build servers read: each code cell is a test case.</summary>
public static class RunReport
{
    /// <summary>The formats by file extension.</summary>
    private static readonly Dictionary<string, Func<RunSummary, string>> _formats = new(
        StringComparer.OrdinalIgnoreCase)
    {
        [".xml"] = JUnitReport.Write,
        [".json"] = JsonReport.Write,
    };

    /// <summary>Whether a path has the extension of a format.</summary>
    public static bool CanWrite(string path) => _formats.ContainsKey(Path.GetExtension(path));

    /// <summary>Writes a report atomically, in the format of the file's extension: <c>.xml</c> (JUnit) or
    /// <c>.json</c>.</summary>
    /// <exception cref="ArgumentException">No format has this extension.</exception>
    /// <exception cref="IOException">The file cannot be written; an existing one is unchanged.</exception>
    public static void Write(string path, RunSummary summary)
    {
        if (!_formats.TryGetValue(Path.GetExtension(path), out Func<RunSummary, string>? format))
            throw new ArgumentException(
                $"The report {path} must end in {string.Join(", ", _formats.Keys)}.", nameof(path));
        NamedFile.Write(path, format(summary));
    }
}

/// <summary>A run of several notebooks.</summary>
/// <param name="Runs">The notebooks, in the order in which they were named.</param>
/// <param name="Started">The time at which the run began.</param>
/// <param name="Duration">The duration of the whole run.</param>
public sealed record RunSummary(IReadOnlyList<NotebookRun> Runs, DateTimeOffset Started, TimeSpan Duration);
