using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plotly.NET;

namespace NeuralNotebooks.Plotting;

/// <summary>One figure, or several with a slider, drawn by plotly.js.</summary>
internal sealed class ChartFrames : IPictureContent
{
    public const int DefaultHeight = 420;

    private static readonly Lazy<string> Script = new(ReadScript);

    private readonly string json;
    private readonly string[] labels;
    private readonly int height;
    private readonly int minimumWidth;

    /// <exception cref="ArgumentException">There are no frames.</exception>
    public ChartFrames((string Label, FigureData Figure)[] frames)
    {
        if (frames.Length == 0)
            throw new ArgumentException("A picture needs at least one frame.", nameof(frames));
        labels = [.. frames.Select(frame => frame.Label)];
        height = frames[0].Figure.Height ?? DefaultHeight;
        minimumWidth = frames.Max(frame => frame.Figure.MinimumWidth);
        JsonObject drawing = PackedFrames.Of([.. frames.Select(frame => frame.Figure.ForDrawing(height))]);
        drawing["start"] = Start;
        drawing["labels"] = new JsonArray([.. labels.Select(label => (JsonNode)label)]);
        json = drawing.ToJsonString(JsonSerializerOptions.Default);   // its encoder writes < as \u003C: no text ends the script that it stands in
    }

    // A reader without the slider, on paper say, sees where it all ends.
    private int Start => labels.Length - 1;

    public string ToHtml(string alternativeText)
    {
        // The key is made from the content: equal figures may stand on a page twice, and nothing random changes a committed page.
        string key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..16];
        string size = string.Create(CultureInfo.InvariantCulture, $"min-height:{height}px;min-width:{minimumWidth}px;width:100%");
        return $"""
            <div style="overflow-x:auto"><div data-nn-picture="{key}" role="img" aria-label="{WebUtility.HtmlEncode(alternativeText)}" style="{size}">This picture is drawn by a script: trust the notebook, or run its cell.</div></div>{Slider()}{PlotlyLibrary.ElementFor(key)}<script>
            {Script.Value}("{key}", {json});
            </script>
            """;
    }

    private string Slider()
    {
        if (labels.Length == 1)
            return "";
        string last = Start.ToString(CultureInfo.InvariantCulture), label = WebUtility.HtmlEncode(labels[Start]);
        return $"""
            <div data-nn-frames style="display:none;align-items:center;gap:0.75em;font-size:88%;font-family:system-ui,'DejaVu Sans',sans-serif;color:inherit"><button type="button" aria-label="Play" style="min-width:2.6em;padding:0.2em 0.5em;font:inherit;color:inherit;background:transparent;border:1px solid currentColor;border-radius:4px;cursor:pointer">▶</button><input type="range" min="0" max="{last}" value="{last}" step="1" aria-label="Frame" aria-valuetext="{label}" style="flex:1;accent-color:#0072b2"><output style="min-width:8em;font-variant-numeric:tabular-nums">{label}</output></div>
            """;
    }

    private static string ReadScript()
    {
        using Stream stream = typeof(ChartFrames).Assembly.GetManifestResourceStream("picture.js")!;
        using StreamReader reader = new(stream);
        // The lines of comment are for readers of the source, not for every output of every notebook.
        return string.Join('\n', reader.ReadToEnd().Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))).Trim();
    }
}
