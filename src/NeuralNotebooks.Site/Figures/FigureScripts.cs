using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using NeuralNotebooks.Drawing;

namespace NeuralNotebooks.Site;

/// <summary>The scripts that draw the figures of a site. The outputs of its notebooks have only the data of the
/// figures: each page loads the drawing script, which loads plotly.js when a chart comes close to the visible part. The
/// complete plotly.js is loaded by the first chart that needs it.</summary>
internal sealed class FigureScripts
{
    private readonly Dictionary<string, byte[]> _files = [];

    /// <param name="kit">The folder with plotly.js, and with Plotly.NET, which contains the complete one; null or
    /// without these files if the site has no charts.</param>
    public FigureScripts(string? kit)
    {
        string plotly = Path.Combine(kit ?? "", PlotlyJs.FileName);
        if (File.Exists(plotly))
            Plotly = Add("plotly-cartesian", File.ReadAllBytes(plotly));
        string plotlyNet = Path.Combine(kit ?? "", PlotlyJs.AssemblyName + ".dll");
        if (File.Exists(plotlyNet) && ScriptIn(plotlyNet) is { } script)
            CompletePlotly = Add("plotly-complete", PlotlyJs.AsModule(script));
    }

    public static string Drawing => FigureHtml.Script;

    public IReadOnlyDictionary<string, byte[]> Files => _files;

    public string Plotly { get; } = "";

    public string CompletePlotly { get; } = "";

    /// <summary>Adds a script whose name contains a hash of its content, so that browsers can cache it without a time
    /// limit.</summary>
    private string Add(string name, byte[] content)
    {
        string address = $"assets/{name}.{HexHash.Of(content)[..16]}.js";
        _files.Add(address, content);
        return address;
    }

    /// <summary>The script that is a resource of an assembly; null if it has none. The assembly, which may be another
    /// version than one that is loaded, is only read.</summary>
    private static byte[]? ScriptIn(string path)
    {
        try
        {
            using PEReader file = new(File.OpenRead(path));
            MetadataReader metadata = file.GetMetadataReader();
            foreach (ManifestResource resource in metadata.ManifestResources.Select(metadata.GetManifestResource))
                if (metadata.GetString(resource.Name).EndsWith(".js", StringComparison.Ordinal))
                {
                    int resources = file.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress;
                    BlobReader content = file.GetSectionData(resources + (int)resource.Offset).GetReader();
                    return content.ReadBytes(content.ReadInt32());
                }
            return null;
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidOperationException)
        {
            throw new IOException($"{path} is not a .NET assembly: build the kit again.", e);
        }
    }
}
