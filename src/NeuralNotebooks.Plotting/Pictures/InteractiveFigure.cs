namespace NeuralNotebooks.Plotting;

/// <summary>A figure that the reader moves by handles. The page contains its data, and the script draws it; until
/// then, its place has a sentence.</summary>
internal static class InteractiveFigure
{
    public const int ColourCount = 4;

    /// <param name="model">The name of the function in <c>interactive.js</c> that draws the figure.</param>
    /// <param name="data">What this function needs; they are written as JSON.</param>
    /// <param name="words">The sentence.</param>
    /// <param name="buttons">Buttons: a name in the object <c>go</c> that the function returns, and the label. A click
    /// sets the numbers that <c>go</c> has under this name.</param>
    public static Picture Of(
        string model, object data, string words, params IEnumerable<(string Go, string Label)> buttons)
    {
        string json = JsonSerializer.Serialize(
            new { model, colours = Palette.Cycle.Take(ColourCount).Select(Palette.Drawn), data });
        string controls = PageControls.Row("data-nn-controls=\"\"", string.Concat(
            buttons.Append((Go: "start", Label: "Back to the start"))
                .Select(button => PageControls.Button(button.Label, button.Label, $" data-nn-go=\"{button.Go}\""))));
        return Picture.Of(alternativeText => Invariant($"""
            <div data-nn-interactive="" style="max-width:100%">{FigureHtml.Place("", alternativeText, PlotlyJs.Hint)}
            {controls}</div>{FigureHtml.Data(json)}
            """), words);
    }
}
