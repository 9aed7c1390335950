namespace NeuralNotebooks.Engine;

/// <summary>Reads the language from the metadata, in which different tools store it in different fields.</summary>
public static class NotebookLanguage
{
    /// <summary>Whether a name means C#.</summary>
    public static bool IsCSharp(string? language)
        => language is not null && (language.Equals("C#", StringComparison.OrdinalIgnoreCase)
            || language.Equals("csharp", StringComparison.OrdinalIgnoreCase)
            || language.Equals(".net-csharp", StringComparison.OrdinalIgnoreCase));

    internal static string? OfNotebook(JsonObject metadata)
        => NotPolyglot(metadata.Text("kernelspec", "language"))
            ?? metadata.Text("polyglot_notebook", "kernelInfo", "defaultKernelName")
            ?? metadata.Text("dotnet_interactive", "defaultKernelName")
            ?? NotPolyglot(metadata.Text("language_info", "name"))
            ?? (IsCSharp(metadata.Text("kernelspec", "name")) ? "C#" : null);

    internal static string? OfCell(JsonObject metadata)
        => metadata.Text("polyglot_notebook", "kernelName") ?? metadata.Text("dotnet_interactive", "language");

    /// <summary>Ignores <c>polyglot-notebook</c>: Polyglot Notebooks writes this name where other tools write the
    /// language.</summary>
    private static string? NotPolyglot(string? language) => language == "polyglot-notebook" ? null : language;
}
