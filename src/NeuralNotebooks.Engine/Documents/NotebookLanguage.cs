using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Engine;

/// <summary>Where the tools that write notebooks declare the language.</summary>
public static class NotebookLanguage
{
    /// <summary>Whether a name means C#.</summary>
    public static bool IsCSharp(string? language)
        => language is not null && (language.Equals("C#", StringComparison.OrdinalIgnoreCase)
            || language.Equals("csharp", StringComparison.OrdinalIgnoreCase)
            || language.Equals(".net-csharp", StringComparison.OrdinalIgnoreCase));

    internal static string? OfNotebook(JsonObject metadata)
        => Text(metadata, "kernelspec", "language")
            ?? Text(metadata, "polyglot_notebook", "kernelInfo", "defaultKernelName")
            ?? Text(metadata, "dotnet_interactive", "defaultKernelName")
            ?? NotPolyglot(Text(metadata, "language_info", "name"))
            ?? (IsCSharp(Text(metadata, "kernelspec", "name")) ? "C#" : null);

    internal static string? OfCell(JsonObject metadata)
        => Text(metadata, "polyglot_notebook", "kernelName") ?? Text(metadata, "dotnet_interactive", "language");

    internal static string? Text(JsonObject json, params ReadOnlySpan<string> path)
    {
        JsonNode? node = json;
        foreach (string name in path)
            node = (node as JsonObject)?[name];
        return node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
    }

    /// <summary>Polyglot Notebooks writes its own name where other tools write the language.</summary>
    private static string? NotPolyglot(string? language) => language == "polyglot-notebook" ? null : language;
}
