using System.Text.Json;
using System.Text.Json.Nodes;
using Plotly.NET;

namespace NeuralNotebooks.Plotting;

/// <summary>One figure, or several as a film, drawn by plotly.js.</summary>
internal static class ChartDrawing
{
    public const int DefaultHeight = 420;

    /// <summary>The content of a picture.</summary>
    /// <exception cref="ArgumentException">There are no frames.</exception>
    public static Func<string, string> Of((string Label, Figure Figure)[] frames)
    {
        if (frames.Length == 0)
            throw new ArgumentException("A picture needs at least one frame.", nameof(frames));
        Film film = new("Frame", [.. frames.Select(frame => frame.Label)]);
        int height = frames[0].Figure.Height ?? DefaultHeight, width = frames.Max(frame => frame.Figure.MinimumWidth);
        foreach ((_, Figure figure) in frames)
            figure.Layout.Height = height;
        JsonObject drawing = PackedFrames.Of([.. frames.Select(frame => frame.Figure)]);
        // Without the slider, on paper say, the reader sees the last frame.
        drawing["start"] = frames.Length - 1;
        drawing["labels"] = FigureValues.Texts(film.Labels);
        // Its encoder writes < as \u003C, so that no text can close the script element.
        string json = drawing.ToJsonString(JsonSerializerOptions.Default), key = PageScript.Key(json);
        string controls = frames.Length == 1 ? "" : film.Controls;
        string size = $"min-height:{height}px;min-width:{width}px;width:100%";
        return alternativeText => JoinLines($"""
            <div style="overflow-x:auto">
            <div data-nn-picture="{key}" role="img" aria-label="{WebUtility.HtmlEncode(alternativeText)}"
             style="{size}">This picture is drawn by a script: trust the notebook, or run its cell.
            </div></div>{controls}{PlotlyLibrary.ElementFor(key)}
            {PageScript.Elements(key, json, "chart.js", "film.js", PageScript.PlotlyReady)}
            """);
    }
}
