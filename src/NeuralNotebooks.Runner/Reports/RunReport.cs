namespace NeuralNotebooks.Runner;

/// <summary>The results of a run in the formats that build servers read: each code cell is a test case.</summary>
public static class RunReport
{
    /// <summary>Whether a path has the extension of a format: <c>.xml</c> (JUnit) or <c>.json</c>.</summary>
    public static bool CanWrite(string path) => FormatOf(path) is not null;

    /// <summary>Writes a report atomically, in the format of the file's extension.</summary>
    public static void Write(string path, RunSummary summary, ExecutedNotebooks executed)
    {
        Func<RunSummary, ExecutedNotebooks, string> format = FormatOf(path)
            ?? throw new ArgumentException($"{path} must end in .xml or .json.", nameof(path));
        NamedFile.Write(path, format(summary, executed));
    }

    private static Func<RunSummary, ExecutedNotebooks, string>? FormatOf(string path) =>
        Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".XML" => JUnitReport.Write,
            ".JSON" => JsonReport.Write,
            _ => null,
        };
}

public sealed record RunSummary(IReadOnlyList<NotebookRun> Runs, DateTimeOffset Started, TimeSpan Duration);
