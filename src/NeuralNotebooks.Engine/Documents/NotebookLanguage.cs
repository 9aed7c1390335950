namespace NeuralNotebooks.Engine;

/// <summary>The languages of notebooks: their names and aliases, and the fields of the metadata in which different
/// tools store them.</summary>
public static class NotebookLanguage
{
    internal const string CSharp = "csharp", Markdown = "markdown";

    /// <summary>.NET Interactive's name for the kernel of a C# notebook, and what users see.</summary>
    public const string KernelName = ".net-csharp", KernelDisplayName = ".NET (C#)";

    /// <summary>The metadata of a C# notebook that name its kernel.</summary>
    internal static JsonObject KernelSpec() =>
        new() { ["display_name"] = KernelDisplayName, ["language"] = "C#", ["name"] = KernelName };

    /// <summary>The documented version of C#, that of .NET 10. The compiler may accept a newer one.</summary>
    public const string CSharpVersion = "14.0";

    /// <summary>.NET Interactive's kernels and the markers of Markdown and raw cells, by name and alias.</summary>
    internal static IReadOnlyDictionary<string, string> Names { get; } = new[]
    {
        "csharp c# C# cs", "fsharp f# F# fs", "pwsh powershell", "javascript js", "html", "http", "kql", "mermaid",
        "sql", "value", "markdown md", "raw",
    }
        .Select(names => names.Split(' '))
        .SelectMany(names => names.Select(name => (name, names[0])))
        .ToDictionary(StringComparer.Ordinal);

    internal static string[] AliasesOf(string language) =>
        [.. Names.Where(one => one.Value == language && one.Key != language).Select(one => one.Key)];

    public static bool IsCSharp(string? language) => language?.ToLowerInvariant() is { } name
        && (name == KernelName || Names.GetValueOrDefault(name) == CSharp);

    internal static string? OfNotebook(JsonObject metadata)
        => NotPolyglot(metadata.Text("kernelspec", "language"))
            ?? metadata.Text("polyglot_notebook", "kernelInfo", "defaultKernelName")
            ?? metadata.Text("dotnet_interactive", "defaultKernelName")
            ?? NotPolyglot(metadata.Text("language_info", "name"))
            ?? (IsCSharp(metadata.Text("kernelspec", "name")) ? "C#" : null);

    internal static string? OfCell(JsonObject metadata)
        => metadata.Text("polyglot_notebook", "kernelName") ?? metadata.Text("dotnet_interactive", "language");

    /// <summary>Ignores <c>polyglot-notebook</c>, which Polyglot Notebooks writes in place of the language.</summary>
    private static string? NotPolyglot(string? language) => language == "polyglot-notebook" ? null : language;
}
