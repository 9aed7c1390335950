using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralNotebooks;

/// <summary>One figure, or several as a film, drawn by plotly.js: an element, and the scripts that draw into
/// it.</summary>
/// <remarks>
/// This folder is compiled into every assembly that draws charts: Plotly.NET.Offline, NeuralNotebooks.Plotting, and for
/// charts of the real Plotly.NET the Runner. These assemblies may be loaded from different folders, and in different
/// versions.
/// </remarks>
internal static class ChartDrawing
{
    private const int DefaultHeight = 420;

    /// <summary>Draws a chart of Plotly.NET with its title.</summary>
    /// <param name="json">The JSON that Plotly.NET writes for the chart.</param>
    /// <param name="library">Makes the script element with plotly.js, given the key of the picture; if null, the first
    /// picture of a session includes plotly.js.</param>
    public static string OfChart(string json, Func<string, string>? library = null)
    {
        Figure figure = Figure.Of(json);
        return PictureFrame.Of(figure.Title, Of([figure], library: library)(figure.Description()));
    }

    /// <summary>The content of a picture, given its alternative text.</summary>
    /// <param name="frames">The figures, at least one.</param>
    /// <param name="selection">Their names and controls; null for a single figure.</param>
    /// <param name="library">As in <see cref="OfChart"/>.</param>
    public static Func<string, string> Of(
        Figure[] frames, FrameSelection? selection = null, Func<string, string>? library = null)
    {
        int height = frames[0].Height ?? DefaultHeight;
        foreach (Figure figure in frames)
            figure.Layout["height"] = height;
        selection ??= new([""], Start: 0, Controls: "");
        JsonObject drawing = new()
        {
            ["frames"] = FrameChanges.Of(frames),
            ["start"] = selection.Start,
            ["labels"] = new JsonArray([.. selection.Labels.Select(label => (JsonNode)label)]),
        };
        if (frames[0].Config is { } config)
            drawing["config"] = config;
        // The serializer writes < as \u003C, so that no text can close the script element.
        string json = drawing.ToJsonString(JsonSerializerOptions.Default), key = PageScript.Key(json);
        string most = frames[0].MaximumWidth is { } widest
            ? string.Create(CultureInfo.InvariantCulture, $";max-width:{widest}px") : "";
        string size = string.Create(CultureInfo.InvariantCulture, $"min-height:{height}px;width:100%{most}");
        return alternativeText => $"<div style=\"overflow-x:auto\"><div data-nn-picture=\"{key}\" role=\"img\" "
            + $"aria-label=\"{System.Net.WebUtility.HtmlEncode(alternativeText)}\" style=\"{size}\">"
            + StillPlace.Html(
                alternativeText, "This picture is drawn by a script: trust the notebook, or run its cell.")
            + "</div></div>"
            + selection.Controls + (library is null ? PlotlyLibrary.ElementFor(key) : library(key))
            + PageScript.Elements(key, json, "chart.js", ("palette", CourseColours.ForScripts));
    }
}
