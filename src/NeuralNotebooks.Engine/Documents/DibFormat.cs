namespace NeuralNotebooks.Engine;

/// <summary>The text format of Polyglot Notebooks, <c>.dib</c>: each cell stands below a line <c>#!KERNEL</c>, and the
/// metadata below <c>#!meta</c>.</summary>
internal static class DibFormat
{
    /// <summary>The extension of a file's name.</summary>
    public const string Extension = ".dib";

    /// <summary>The line above the metadata.</summary>
    public const string Metadata = "#!meta";

    public const string CSharp = "csharp", Markdown = "markdown", Raw = "raw";

    /// <summary>The names under which .NET Interactive knows its kernels, and what begins a cell without one.</summary>
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

    /// <summary>Whether a file is in this format, by its name.</summary>
    public static bool IsNameOf(string file) => file.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>The lines of a text, which may end in CR LF, as on Windows.</summary>
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

    /// <summary>The kernels that a file knows, by name: those of every file, and those that its metadata add.</summary>
    public static Dictionary<string, string> Kernels() => new(_kernels, StringComparer.Ordinal);

    /// <summary>The kernel whose cell a line begins; null for a line of a cell, such as a magic command.</summary>
    public static string? KernelOf(string line, IReadOnlyDictionary<string, string> kernels) =>
        line.StartsWith("#!", StringComparison.Ordinal) ? kernels.GetValueOrDefault(line[2..].TrimEnd()) : null;
}
