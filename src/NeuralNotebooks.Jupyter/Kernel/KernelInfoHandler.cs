using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Jupyter;

/// <summary><c>kernel_info_request</c>: the kernel's name, version and language.</summary>
internal sealed class KernelInfoHandler : IRequestHandler
{
    private static readonly string _version = typeof(KernelInfoHandler)
        .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion.Split('+')[0];

    public IReadOnlyList<string> Types => ["kernel_info_request"];

    public JsonObject Handle(Request request) => Replies.Ok(
        new("protocol_version", Message.ProtocolVersion),
        new("implementation", "NeuralNotebooks"),
        new("implementation_version", _version),
        new("language_info", new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
        }),
        new("banner", $"NeuralNotebooks {_version}: C# 14 on {RuntimeInformation.FrameworkDescription}"),
        new("debugger", false),
        new("supported_features", new JsonArray()),
        new("help_links", new JsonArray(
            Link("C# reference", "https://learn.microsoft.com/dotnet/csharp/"),
            Link(".NET API", "https://learn.microsoft.com/dotnet/api/"))));

    private static JsonObject Link(string text, string url) => new() { ["text"] = text, ["url"] = url };
}
