namespace NeuralNotebooks.Plotting;

/// <summary>A drawing with buttons and a slider that go through its steps.</summary>
internal static class StepPlayer
{
    /// <summary>A player of what happens in each step.</summary>
    public static Func<string, string> Of(List<string> sentences, string drawing)
    {
        string list = string.Concat(sentences.Select(sentence => $"<li>{SvgText.Encode(sentence)}</li>"));
        string words = Markup($"""
            <p data-nn-say aria-live="polite"
             style="display:none;min-height:3em;margin:0.4em 0;{PageControls.Font}"></p>
            <details style="{PageControls.Font}"><summary>All steps in words</summary>
            <ol start="0">{list}</ol></details>
            """);
        return Of("Step", [.. sentences.Select((_, step) => $"{step} of {sentences.Count - 1}")], drawing, words);
    }

    /// <param name="name">What the slider is called.</param>
    /// <param name="labels">The label of each step.</param>
    /// <param name="drawing">An SVG whose parts are marked by
    /// <see cref="StepAnimation"/>, or have a text for each step in <c>data-nn-number</c>.</param>
    /// <param name="words">What follows the buttons.</param>
    public static Func<string, string> Of(string name, string[] labels, string drawing, string words = "")
    {
        // Its encoder writes < as \u003C, so that no name can close the script element.
        string json = FigurePart.Texts(labels).ToJsonString();
        // The key is made from the content, so that nothing random changes a committed page.
        string key = PageScript.Key(drawing.Replace(StepAnimation.Key, "") + json);
        Func<string, string> svg = Picture.Drawn(drawing.Replace(StepAnimation.Key, key));
        return alternativeText => Markup($"""
            <div data-nn-steps="{key}">{svg(alternativeText)}
            {PageControls.Steps(name, labels.Length - 1, labels[^1])}{words}</div>
            {PageScript.Elements(key, json, "steps.js", "player.js")}
            """);
    }
}
