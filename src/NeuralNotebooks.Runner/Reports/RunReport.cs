using System.Text.Json;
using System.Xml;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Runner;

/// <summary>The results of a run in the formats that build servers read: each code cell is a test case.</summary>
public static class RunReport
{
    /// <summary>The formats by file extension.</summary>
    private static readonly Dictionary<string, Func<RunSummary, string>> _formats = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        [".trx"] = TrxReport.Write,
        [".xml"] = JUnitReport.Write,
        [".json"] = JsonReport.Write,
    };

    /// <summary>Whether a path has the extension of a format.</summary>
    public static bool CanWrite(string path) => _formats.ContainsKey(Path.GetExtension(path));

    /// <summary>Whether a file is empty or holds a report that <see cref="Write"/> has written in the format of its
    /// extension.</summary>
    public static bool IsReport(string path)
    {
        try
        {
            using FileStream content = NamedFile.OpenRead(path);
            if (content.Length == 0)
                return true;
            if (Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase))
                return JsonDocument.Parse(content).RootElement is { ValueKind: JsonValueKind.Object } root
                    && root.EnumerateObject()
                        .Select(property => property.Name)
                        .SequenceEqual(["version", "started", "duration", "notebooks"]);
            using XmlReader reader = XmlReader.Create(content);
            return reader.MoveToContent() == XmlNodeType.Element
                && reader.LocalName is "TestRun" or "testsuites"
                && reader.GetAttribute("name") is { } name
                && (name == "notebooks" || name.StartsWith("notebooks ", StringComparison.Ordinal));
        }
        catch (Exception e) when (e is JsonException or XmlException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Writes a report atomically, in the format of the file's extension: <c>.trx</c>, <c>.xml</c> (JUnit) or
    /// <c>.json</c>.</summary>
    /// <exception cref="ArgumentException">No format has this extension.</exception>
    /// <exception cref="IOException">The file cannot be written; an existing one is unchanged.</exception>
    public static void Write(string path, RunSummary summary)
    {
        if (!_formats.TryGetValue(Path.GetExtension(path), out Func<RunSummary, string>? format))
            throw new ArgumentException(
                $"The report {path} must end in {string.Join(", ", _formats.Keys)}.",
                nameof(path)
            );
        NamedFile.Write(path, format(summary));
    }
}

/// <summary>A run of several notebooks.</summary>
/// <param name="Runs">The notebooks, in the order in which they were named.</param>
/// <param name="Started">The time at which the run began.</param>
/// <param name="Duration">The duration of the whole run.</param>
public sealed record RunSummary(IReadOnlyList<NotebookRun> Runs, DateTimeOffset Started, TimeSpan Duration);
