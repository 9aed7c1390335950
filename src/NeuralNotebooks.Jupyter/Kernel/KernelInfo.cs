namespace NeuralNotebooks.Jupyter;

internal static class KernelInfo
{
    public static JsonObject Reply() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = Message.ProtocolVersion,
        ["implementation"] = "NeuralNotebooks",
        ["implementation_version"] = ProgramVersion.Text,
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = NotebookLanguage.CSharpVersion,
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
        },
        ["banner"] =
            $"NeuralNotebooks {ProgramVersion.Text}: C# {NotebookLanguage.CSharpVersion} "
                + $"on {RuntimeInformation.FrameworkDescription}",
        ["debugger"] = false,
        ["supported_features"] = new JsonArray(),
        ["help_links"] = new JsonArray(
            Link("C# reference", "https://learn.microsoft.com/dotnet/csharp/"),
            Link(".NET API", "https://learn.microsoft.com/dotnet/api/")),
    };

    private static JsonObject Link(string text, string url) => new() { ["text"] = text, ["url"] = url };
}
