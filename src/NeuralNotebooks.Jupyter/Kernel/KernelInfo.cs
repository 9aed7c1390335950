using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Jupyter;

/// <summary>The kernel's name, version and language.</summary>
internal static class KernelInfo
{
    private static readonly string _version = typeof(KernelInfo)
        .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion.Split('+')[0];

    public static JsonObject Reply() => Replies.Ok(new()
    {
        ["protocol_version"] = Message.ProtocolVersion,
        ["implementation"] = "NeuralNotebooks",
        ["implementation_version"] = _version,
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
        },
        ["banner"] = $"NeuralNotebooks {_version}: C# 14 on {RuntimeInformation.FrameworkDescription}",
        ["debugger"] = false,
        ["supported_features"] = new JsonArray(),
        ["help_links"] = new JsonArray(
            Link("C# reference", "https://learn.microsoft.com/dotnet/csharp/"),
            Link(".NET API", "https://learn.microsoft.com/dotnet/api/")),
    });

    private static JsonObject Link(string text, string url) => new() { ["text"] = text, ["url"] = url };
}
