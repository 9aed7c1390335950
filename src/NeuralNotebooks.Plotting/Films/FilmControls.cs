namespace NeuralNotebooks.Plotting;

/// <summary>The controls that select a step of a picture, of which the page shows one at a time. Circuits, networks and
/// charts have the same controls.</summary>
internal sealed record FilmControls(string Name, string[] Labels)
{
    /// <summary>The index of the step that is shown first: the last one, which shows the most, unless it is set. A film
    /// of training begins at its first frame, so that readers can say first what they expect.</summary>
    public int Start { get; init; } = Labels.Length - 1;

    public string ForChart => Labels.Length == 1 ? ""
        : PageControls.Row("data-nn-frames", Go("play", "Play", "▶") + Slider);

    /// <summary>The same with buttons for single steps, below a drawing.</summary>
    public string ForDrawing => PageControls.Row(
        "data-nn-controls",
        Go("first", "First step", "«") + Go("back", "Step back", "‹") + Go("play", "Play", "▶")
            + Go("next", "Next step", "›") + Go("last", "Last step", "»") + Slider);

    private string Slider
    {
        get
        {
            string text = WebUtility.HtmlEncode(Labels[Start]);
            int last = Labels.Length - 1;
            return Invariant($"""
                <input type="range" min="0" max="{last}" value="{Start}" step="1"
                aria-label="{WebUtility.HtmlEncode(Name)}" aria-valuetext="{text}"
                style="flex:1;min-width:8em;accent-color:{Palette.Blue}"><output
                style="min-width:8em;font-variant-numeric:tabular-nums">{text}</output>
                """);
        }
    }

    private static string Go(string where, string label, string sign) =>
        PageControls.Button(label, sign, $" data-nn-go=\"{where}\"");
}
