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

    public static JsonObject Reply() => JsonNode.Parse(
        $$"""
        {
          "status": "ok",
          "protocol_version": "{{Message.ProtocolVersion}}",
          "implementation": "NeuralNotebooks",
          "implementation_version": "{{_version}}",
          "language_info": {
            "name": "C#",
            "version": "14.0",
            "mimetype": "text/x-csharp",
            "file_extension": ".cs",
            "pygments_lexer": "csharp"
          },
          "banner": "NeuralNotebooks {{_version}}: C# 14 on {{RuntimeInformation.FrameworkDescription}}",
          "debugger": false,
          "supported_features": [],
          "help_links": [
            { "text": "C# reference", "url": "https://learn.microsoft.com/dotnet/csharp/" },
            { "text": ".NET API", "url": "https://learn.microsoft.com/dotnet/api/" }
          ]
        }
        """
    )!.AsObject();
}
