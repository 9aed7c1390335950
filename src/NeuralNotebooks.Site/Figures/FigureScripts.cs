using System.Runtime.Loader;
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
        string plotlyNet = Path.Combine(kit ?? "", PlotlyJs.Assembly + ".dll");
        if (File.Exists(plotlyNet) && Complete(plotlyNet) is { Length: > 0 } text)
            CompletePlotly = Add("plotly-complete", Encoding.UTF8.GetBytes(text));
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

    /// <summary>The resource of an assembly that may be another version than one that is loaded. Its file is not kept
    /// open, so that a build can replace it.</summary>
    private static string Complete(string plotlyNet)
    {
        AssemblyLoadContext context = new(name: null, isCollectible: true);
        try
        {
            using MemoryStream assembly = new(File.ReadAllBytes(plotlyNet));
            return PlotlyJs.Complete(context.LoadFromStream(assembly));
        }
        catch (BadImageFormatException e)
        {
            throw new IOException($"{plotlyNet} is not a .NET assembly: build the kit again.", e);
        }
        finally
        {
            context.Unload();
        }
    }
}
