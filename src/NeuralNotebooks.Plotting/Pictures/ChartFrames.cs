using System.Text.Json;
using System.Text.Json.Nodes;
using Plotly.NET;

namespace NeuralNotebooks.Plotting;

/// <summary>One figure, or several with a slider, drawn by plotly.js.</summary>
internal static class ChartFrames
{
    public const int DefaultHeight = 420;

    /// <summary>The content of a picture.</summary>
    /// <exception cref="ArgumentException">There are no frames.</exception>
    public static Func<string, string> Of((string Label, Figure Figure)[] frames)
    {
        if (frames.Length == 0)
            throw new ArgumentException("A picture needs at least one frame.", nameof(frames));
        string[] labels = [.. frames.Select(frame => frame.Label)];
        int height = frames[0].Figure.Height ?? DefaultHeight, width = frames.Max(frame => frame.Figure.MinimumWidth);
        foreach ((_, Figure figure) in frames)
            figure.Layout.Height = height;
        // Without the slider, on paper say, the reader sees the last frame.
        int start = labels.Length - 1;
        JsonObject drawing = PackedFrames.Of([.. frames.Select(frame => frame.Figure)]);
        drawing["start"] = start;
        drawing["labels"] = FigurePart.Texts(labels);
        // Its encoder writes < as \u003C, so that no text can close the script element.
        string json = drawing.ToJsonString(JsonSerializerOptions.Default), key = PageScript.Key(json);
        string slider = start == 0 ? ""
            : PageControls.Row(
                "data-nn-frames",
                PageControls.Button("Play", "▶") + PageControls.Slider("Frame", start, labels[start]));
        string size = $"min-height:{height}px;min-width:{width}px;width:100%";
        return alternativeText => Markup($"""
            <div style="overflow-x:auto">
            <div data-nn-picture="{key}" role="img" aria-label="{WebUtility.HtmlEncode(alternativeText)}"
             style="{size}">This picture is drawn by a script: trust the notebook, or run its cell.
            </div></div>{slider}{PlotlyLibrary.ElementFor(key)}
            {PageScript.Elements(key, json, "picture.js", "player.js", PageScript.PlotlyReady)}
            """);
    }
}
