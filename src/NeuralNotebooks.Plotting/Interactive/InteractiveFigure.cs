using System.Text.Json;

namespace NeuralNotebooks.Plotting;

/// <summary>A drawing with inputs, such as handles that the reader drags. The page contains it in its start state. A
/// script connects the inputs, and redraws the parts that depend on them.</summary>
/// <remarks>
/// The parts of the drawing have the attribute <c>data-nn-part</c>. Each kind of figure has a model, which is a
/// function of the script from the numbers that the reader changes to the text or the attributes of each part.
/// <c>interactive.js</c> calls it after each change.
/// </remarks>
/// <param name="model">The name of this function in <c>interactive.js</c>, such as "line".</param>
/// <param name="data">The data that the function needs; they are written as JSON.</param>
/// <param name="drawings">Drawings side by side, or on a narrow page one below the other.</param>
internal sealed class InteractiveFigure(string model, object data, IReadOnlyList<string> drawings)
{
    /// <summary>The numbers at the start.</summary>
    public required object Start { get; init; }

    /// <summary>Each number that a handle changes, and each that is drawn, with its axis.</summary>
    public IEnumerable<(string Name, PixelAxis Axis)> Axes { get; init; } = [];

    /// <summary>The parts by which the reader changes the numbers; all are of the same kind.</summary>
    public required IReadOnlyList<FigureInput> Inputs { get; init; }

    /// <summary>HTML that follows the drawings.</summary>
    public string Below { get; init; } = "";

    /// <summary>Buttons: a name in the object <c>go</c> that the model returns, and the label. A click sets
    /// the numbers that <c>go</c> has under this name.</summary>
    public IEnumerable<(string Go, string Label)> Buttons { get; init; } = [];

    public string ToHtml(string alternativeText)
    {
        // The serializer writes < as \u003C, so that no text can close the script element.
        string json = JsonSerializer.Serialize(new
        {
            model,
            input = Inputs[0].Kind,
            own = data,
            start = Start,
            axes = Axes.ToDictionary(axis => axis.Name, axis => axis.Axis.ForScript),
            inputs = Inputs.ToDictionary(input => input.Part, input => input.ForScript),
        });
        string buttons = string.Concat(
            Buttons.Append((Go: "start", Label: "Back to the start"))
            .Select(button => PageControls.Button(button.Label, button.Label, $" data-nn-go=\"{button.Go}\"")));
        return JoinLines($"""
            <div data-nn-interactive="" style="max-width:100%">
            <div role="img" aria-label="{WebUtility.HtmlEncode(alternativeText)}"
             style="display:flex;flex-wrap:wrap;gap:8px 16px">{string.Concat(drawings)}</div>{Below}
            {PageControls.Row("data-nn-controls=\"\"", buttons)}</div>
            {FigureHtml.Data(json)}
            """);
    }
}
