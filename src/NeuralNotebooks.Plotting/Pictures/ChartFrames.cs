using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plotly.NET;

namespace NeuralNotebooks.Plotting;

/// <summary>One figure, or several with a slider, drawn by plotly.js.</summary>
internal sealed class ChartFrames : IPictureContent
{
    public const int DefaultHeight = 420;

    private readonly string _json;
    private readonly string[] _labels;
    private readonly int _height;
    private readonly int _minimumWidth;

    /// <exception cref="ArgumentException">There are no frames.</exception>
    public ChartFrames((string Label, Figure Figure)[] frames)
    {
        if (frames.Length == 0)
            throw new ArgumentException("A picture needs at least one frame.", nameof(frames));
        _labels = [.. frames.Select(frame => frame.Label)];
        _height = frames[0].Figure.Height ?? DefaultHeight;
        _minimumWidth = frames.Max(frame => frame.Figure.MinimumWidth);
        foreach ((_, Figure figure) in frames)
            figure.Layout.Height = _height;
        JsonObject drawing = PackedFrames.Of([.. frames.Select(frame => frame.Figure)]);
        drawing["start"] = Start;
        drawing["labels"] = FigurePart.Texts(_labels);
        // Its encoder writes < as \u003C, so that no text can close the script element.
        _json = drawing.ToJsonString(JsonSerializerOptions.Default);
    }

    // Without the slider, on paper say, the reader sees the last frame.
    private int Start => _labels.Length - 1;

    public string ToHtml(string alternativeText)
    {
        string key = PageScript.Key(_json);
        string size = $"min-height:{_height}px;min-width:{_minimumWidth}px;width:100%";
        return Markup($"""
            <div style="overflow-x:auto">
            <div data-nn-picture="{key}" role="img" aria-label="{WebUtility.HtmlEncode(alternativeText)}"
             style="{size}">This picture is drawn by a script: trust the notebook, or run its cell.
            </div></div>{Slider()}{PlotlyLibrary.ElementFor(key)}
            {PageScript.Elements("picture.js", "player.js", key, _json)}
            """);
    }

    private string Slider() => _labels.Length == 1 ? ""
        : PageControls.Row(
            "data-nn-frames", PageControls.Button("Play", "▶") + PageControls.Slider("Frame", Start, _labels[Start]));
}
