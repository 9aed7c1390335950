using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plotly.NET;

namespace NeuralNotebooks.Plotting;

/// <summary>One figure, or several with a slider, drawn by plotly.js.</summary>
internal sealed class ChartFrames : IPictureContent
{
    public const int DefaultHeight = 420;

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
        JsonObject drawing = PackedFrames.Of([.. frames.Select(frame => frame.Figure.ToFrame(height))]);
        drawing["start"] = Start;
        drawing["labels"] = new JsonArray([.. labels.Select(label => (JsonNode)label)]);
        json = drawing.ToJsonString(JsonSerializerOptions.Default);   // its encoder writes < as \u003C: no text ends the script that it stands in
    }

    // A reader without the slider, on paper say, sees where it all ends.
    private int Start => labels.Length - 1;

    public string ToHtml(string alternativeText)
    {
        string key = PageScript.Key(json);
        string size = string.Create(CultureInfo.InvariantCulture, $"min-height:{height}px;min-width:{minimumWidth}px;width:100%");
        return $"""
            <div style="overflow-x:auto"><div data-nn-picture="{key}" role="img" aria-label="{WebUtility.HtmlEncode(alternativeText)}" style="{size}">This picture is drawn by a script: trust the notebook, or run its cell.</div></div>{Slider()}{PlotlyLibrary.ElementFor(key)}{PageScript.Element("picture.js", key, json)}
            """;
    }

    private string Slider() => labels.Length == 1 ? ""
        : PageControls.Row("data-nn-frames", PageControls.Button("Play", "▶") + PageControls.Slider("Frame", Start, labels[Start]));
}
