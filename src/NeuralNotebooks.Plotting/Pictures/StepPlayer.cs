namespace NeuralNotebooks.Plotting;

/// <summary>A drawing with buttons that go through its steps.</summary>
/// <param name="sentences">What happens in each step.</param>
/// <param name="draw">The drawing for a key, which identifies it on the page: an SVG whose parts are marked by
/// <see cref="StepAnimation"/>.</param>
internal sealed class StepPlayer(IReadOnlyList<string> sentences, Func<string, string> draw) : IPictureContent
{
    public string ToHtml(string alternativeText)
    {
        // The key is made from the content, so that nothing random changes a committed page.
        string key = PageScript.Key(draw(""));
        string list = string.Concat(sentences.Select(sentence => $"<li>{SvgText.Encode(sentence)}</li>"));
        return $"""<div data-nn-steps="{key}">{new SvgDrawing(draw(key)).ToHtml(alternativeText)}"""
            + $"""{PageControls.Steps("Step", sentences.Count - 1, "")}"""
            + $"""<p data-nn-say aria-live="polite" style="display:none;min-height:3em;"""
            + $"""margin:0.4em 0;{PageControls.Font}">"""
            + $"""</p><details style="{PageControls.Font}"><summary>All steps in words</summary><ol start="0">"""
            + $"""{list}</ol></details></div>{PageScript.Elements("steps.js", "player.js", key, "null")}""";
    }
}
