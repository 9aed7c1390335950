namespace NeuralNotebooks.Plotting;

/// <summary>A drawing with buttons and a slider that go through its steps.</summary>
/// <param name="name">What the slider is called.</param>
/// <param name="labels">The label of each step.</param>
/// <param name="drawing">An SVG whose parts are marked by
/// <see cref="StepAnimation"/>, or have a text for each step in <c>data-nn-number</c>.</param>
internal sealed class StepPlayer(string name, string[] labels, string drawing) : IPictureContent
{
    private readonly string _words = "";

    /// <summary>A player of what happens in each step.</summary>
    public StepPlayer(List<string> sentences, string drawing)
        : this("Step", [.. sentences.Select((_, step) => $"{step} of {sentences.Count - 1}")], drawing)
    {
        string list = string.Concat(sentences.Select(sentence => $"<li>{SvgText.Encode(sentence)}</li>"));
        _words = Markup($"""
            <p data-nn-say aria-live="polite"
             style="display:none;min-height:3em;margin:0.4em 0;{PageControls.Font}"></p>
            <details style="{PageControls.Font}"><summary>All steps in words</summary>
            <ol start="0">{list}</ol></details>
            """);
    }

    public string ToHtml(string alternativeText)
    {
        // Its encoder writes < as \u003C, so that no name can close the script element.
        string json = FigurePart.Texts(labels).ToJsonString();
        // The key is made from the content, so that nothing random changes a committed page.
        string key = PageScript.Key(drawing.Replace(StepAnimation.Key, "") + json);
        string svg = drawing.Replace(StepAnimation.Key, key);
        return Markup($"""
            <div data-nn-steps="{key}">{new SvgDrawing(svg).ToHtml(alternativeText)}
            {PageControls.Steps(name, labels.Length - 1, labels[^1])}{_words}</div>
            {PageScript.Elements("steps.js", "player.js", key, json)}
            """);
    }
}
