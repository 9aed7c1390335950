namespace NeuralNotebooks.Engine;

/// <summary>The text format of Polyglot Notebooks, <c>.dib</c>: a line <c>#!KERNEL</c> begins a cell, and a line
/// <c>#!meta</c> begins the metadata.</summary>
internal static class DibFormat
{
    /// <summary>The file extension.</summary>
    public const string Extension = ".dib";

    /// <summary>The line above the metadata.</summary>
    public const string Metadata = "#!meta";

    public const string CSharp = "csharp", Markdown = "markdown", Raw = "raw";

    /// <summary>.NET Interactive's kernels by name and alias, and the markers of Markdown and raw cells.</summary>
    private static readonly Dictionary<string, string> _kernels = new(StringComparer.Ordinal)
    {
        [CSharp] = CSharp,
        ["c#"] = CSharp,
        ["C#"] = CSharp,
        ["cs"] = CSharp,
        ["fsharp"] = "fsharp",
        ["f#"] = "fsharp",
        ["F#"] = "fsharp",
        ["fs"] = "fsharp",
        ["pwsh"] = "pwsh",
        ["powershell"] = "pwsh",
        ["javascript"] = "javascript",
        ["js"] = "javascript",
        ["html"] = "html",
        ["http"] = "http",
        ["kql"] = "kql",
        ["mermaid"] = "mermaid",
        ["sql"] = "sql",
        ["value"] = "value",
        [Markdown] = Markdown,
        ["md"] = Markdown,
        [Raw] = Raw,
    };

    /// <summary>Whether a file name has the extension of this format.</summary>
    public static bool IsNameOf(string file) => file.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>The lines of a text, without LF or CR LF.</summary>
    public static string[] Lines(string text) =>
        [.. text.Split('\n').Select(line => line.EndsWith('\r') ? line[..^1] : line)];

    /// <summary>Lines without the empty ones at the start and the end.</summary>
    public static ReadOnlySpan<string> Trim(ReadOnlySpan<string> lines)
    {
        int first = lines.IndexOfAnyExcept(""), last = lines.LastIndexOfAnyExcept("");
        return first < 0 ? [] : lines[first..(last + 1)];
    }

    /// <summary>Whether a line begins the metadata.</summary>
    public static bool IsMetadata(string line) => line.TrimEnd() == Metadata;

    /// <summary>A copy of the kernels that every file knows, by name; the metadata of a file can add others.</summary>
    public static Dictionary<string, string> Kernels() => new(_kernels, StringComparer.Ordinal);

    /// <summary>The kernel named by a line that begins a cell; null for any other line, such as a magic
    /// command.</summary>
    public static string? KernelOf(string line, IReadOnlyDictionary<string, string> kernels) =>
        line.StartsWith("#!", StringComparison.Ordinal) ? kernels.GetValueOrDefault(line[2..].TrimEnd()) : null;
}
