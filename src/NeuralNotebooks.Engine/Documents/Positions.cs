using System.Text.Json.Nodes;

namespace NeuralNotebooks.Engine;

/// <summary>What cells show at a few positions of the controls of one of them: for a page that does not run. It is kept
/// with that cell's first control.</summary>
/// <param name="Controls">For each control its name, and the values that it takes.</param>
/// <param name="Shown">For each combination of values, the last control's first, the cells and what they
/// show.</param>
public sealed record Positions(
    IReadOnlyList<(string Name, IReadOnlyList<string> Values)> Controls,
    IReadOnlyList<Notebook> Shown
)
{
    /// <summary>The MIME type under which they are kept.</summary>
    public const string MimeType = "application/vnd.neural-notebooks.positions+json";

    /// <summary>The positions as JSON.</summary>
    public JsonObject ToJson() => new()
    {
        ["controls"] = ControlsToJson(),
        ["shown"] = new JsonArray([.. Shown.Select(notebook => JsonNode.Parse(notebook.ToJson()))]),
    };

    /// <summary>The controls alone.</summary>
    public JsonArray ControlsToJson() => new(
        [
            .. Controls.Select(control => new JsonObject
            {
                ["name"] = control.Name,
                ["values"] = control.Values.ToJson(),
            }),
        ]);

    /// <summary>Those of an output; null if it has none that can be read.</summary>
    public static Positions? Of(MimeBundle data)
    {
        if (data.Text(MimeType) is not { } text)
            return null;
        try
        {
            JsonNode json = JsonNode.Parse(text)!;
            var positions = new Positions(
                [
                    .. json["controls"]!.AsArray().Select(control => (
                        control!["name"]!.GetValue<string>(),
                        (IReadOnlyList<string>)[.. control["values"]!.AsArray().Select(v => v!.GetValue<string>())]
                    )),
                ],
                [.. json["shown"]!.AsArray().Select(shown => Notebook.Parse(shown!.ToJsonString(), MimeType))]
            );
            int combinations = positions.Controls.Aggregate(1, (count, control) => count * control.Values.Count);
            return combinations == positions.Shown.Count && combinations > 1 ? positions : null;
        }
        catch (Exception e)
            when (e is System.Text.Json.JsonException or NotebookFormatException or NullReferenceException
                or InvalidOperationException)
        {
            return null;
        }
    }
}
