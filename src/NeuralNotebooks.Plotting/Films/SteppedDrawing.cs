namespace NeuralNotebooks.Plotting;

/// <summary>A drawing with steps: it contains the parts of all steps, and a script shows those of the current
/// step.</summary>
internal static class SteppedDrawing
{
    public static Func<string, string> Of(List<string> sentences, string drawing, int? start = null)
    {
        string list = string.Concat(sentences.Select(sentence => $"<li>{SvgText.Encode(sentence)}</li>"));
        string[] labels = [.. sentences.Select((_, step) => $"{step} of {sentences.Count - 1}")];
        FilmControls controls = new("Step", labels) { Start = start ?? labels.Length - 1 };
        return alternativeText => Invariant($"""
            <div data-nn-steps="">{FigureHtml.Svg(drawing, alternativeText)}
            {controls.ForDrawing}
            <p data-nn-say aria-live="polite"
            style="display:none;min-height:3em;margin:0.4em 0;{PageControls.Font}"></p>
            <details style="{PageControls.Font}"><summary>All steps in words</summary>
            <ol start="0">{list}</ol></details></div>
            {FigureHtml.Data(JsonSerializer.Serialize(new { labels, sentences, start = controls.Start }))}
            """);
    }
}
