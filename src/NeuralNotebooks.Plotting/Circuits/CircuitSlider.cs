using System.Text.Json.Nodes;

namespace NeuralNotebooks.Plotting;

/// <summary>The same circuit for several inputs, with a slider over them.</summary>
internal sealed class CircuitSlider(string name, (double Input, CircuitGraph Graph)[] frames) : IPictureContent
{
    public string ToHtml(string alternativeText)
    {
        CircuitDrawing drawing = new([.. frames.Select(frame => frame.Graph)]);
        string svg = drawing.ToSvg();
        string[] labels = [.. frames.Select(frame => $"{name} = {NumberText.Html(frame.Input)}")];
        string json = new JsonObject
        {
            ["labels"] = new JsonArray([.. labels.Select(label => (JsonNode)label)]),
            ["numbers"] = new JsonArray(
                [.. drawing.Numbers.Select(numbers => new JsonArray([.. numbers.Select(number => (JsonNode)number)]))]),
        }.ToJsonString();   // its encoder writes < as \u003C, so that no name can close the script element
        string key = PageScript.Key(svg + json);
        return $"""<div data-nn-steps="{key}">{new SvgDrawing(svg).ToHtml(alternativeText)}"""
            + $"""{PageControls.Steps(name, frames.Length - 1, labels[^1])}</div>"""
            + $"""{PageScript.Elements("steps.js", "player.js", key, json)}""";
    }
}
