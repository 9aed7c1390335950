using System.Text.Json;

namespace NeuralNotebooks.Plotting;

/// <summary>A drawing with handles that the reader drags. It stands in the page in its start state; a script makes its
/// handles movable and draws what depends on them.</summary>
/// <remarks>
/// The drawing marks its parts with <c>data-nn-part</c>. <c>interactive.js</c> asks the figure's own script, a function
/// of the numbers that the handles hold, for the text or the attributes of each.
/// </remarks>
/// <param name="script">The file with the figure's own function, such as "line.js".</param>
/// <param name="data">What the function needs, as an object of JSON.</param>
/// <param name="drawings">Drawings that stand beside each other, or on a narrow page below each other.</param>
internal sealed class InteractiveFigure(string script, object data, IReadOnlyList<string> drawings)
{
    /// <summary>The numbers that the handles hold at first.</summary>
    public required object Start { get; init; }

    /// <summary>Each number that a handle changes, and each that is drawn, with its axis.</summary>
    public required IEnumerable<(string Name, PixelAxis Axis)> Axes { get; init; }

    /// <summary>The part that is a handle, what a screen reader calls it, and the numbers that it moves to the right
    /// and, or not, upwards.</summary>
    public required IEnumerable<(string Part, string Name, string X, string? Y)> Handles { get; init; }

    /// <summary>Whether pointing is enough to bring a handle to a place.</summary>
    public bool FollowsPointer { get; init; }

    /// <summary>The list of points in which a handle that is a pen leaves its trail; null where it was
    /// lifted.</summary>
    public string? Trail { get; init; }

    /// <summary>What stands below the drawings.</summary>
    public string Below { get; init; } = "";

    /// <summary>Buttons: the name of what the script calls <c>go</c>, and the label.</summary>
    public IEnumerable<(string Go, string Label)> Buttons { get; init; } = [];

    public string ToHtml(string alternativeText)
    {
        // Its encoder writes < as \u003C, so that nothing can close the element.
        string json = JsonSerializer.Serialize(new
        {
            own = data,
            followsPointer = FollowsPointer,
            trail = Trail,
            start = Start,
            axes = Axes.ToDictionary(axis => axis.Name, axis => axis.Axis.ForScript),
            handles = Handles.ToDictionary(
                handle => handle.Part, handle => new { name = handle.Name, x = handle.X, y = handle.Y }),
        });
        string key = PageScript.Key(script + json);
        string buttons = string.Concat(
            Buttons.Append((Go: "start", Label: "Back to the start"))
            .Select(button => PageControls.Button(button.Label, button.Label, $" data-nn-go=\"{button.Go}\"")));
        return JoinLines($"""
            <div data-nn-interactive="{key}" style="max-width:100%">
            <div role="img" aria-label="{WebUtility.HtmlEncode(alternativeText)}"
             style="display:flex;flex-wrap:wrap;gap:8px 16px">{string.Concat(drawings)}</div>{Below}
            {PageControls.Row("data-nn-controls=\"\"", buttons)}</div>
            {PageScript.Elements(key, json, "interactive.js", script)}
            """);
    }
}
