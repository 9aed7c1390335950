namespace NeuralNotebooks.Jupyter;

/// <summary>The kernel's name, version and language.</summary>
internal static class KernelInfo
{
    private static readonly string _version = typeof(KernelInfo)
        .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion.Split('+')[0];

    /// <summary>The version of C# that is documented for cells, that of .NET 10. The compiler may accept a newer
    /// one.</summary>
    private static readonly Version _language = new(14, 0);

    public static JsonObject Reply() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = Message.ProtocolVersion,
        ["implementation"] = "NeuralNotebooks",
        ["implementation_version"] = _version,
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = _language.ToString(),
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
        },
        ["banner"] =
            $"NeuralNotebooks {_version}: C# {_language.Major} on {RuntimeInformation.FrameworkDescription}",
        ["debugger"] = false,
        ["supported_features"] = new JsonArray(),
        ["help_links"] = new JsonArray(
            Link("C# reference", "https://learn.microsoft.com/dotnet/csharp/"),
            Link(".NET API", "https://learn.microsoft.com/dotnet/api/")),
    };

    private static JsonObject Link(string text, string url) => new() { ["text"] = text, ["url"] = url };
}
