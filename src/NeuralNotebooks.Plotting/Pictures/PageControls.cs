namespace NeuralNotebooks.Plotting;

/// <summary>Buttons and sliders below a picture, in the colours of the page. They are hidden until their script
/// runs.</summary>
internal static class PageControls
{
    public const string Font = "font-size:88%;font-family:system-ui,'DejaVu Sans',sans-serif;color:inherit";

    private const string ButtonStyle =
        "min-width:2.6em;min-height:2.2em;padding:0.2em "
        + "0.5em;font:inherit;color:inherit;background:transparent;border:1px solid "
        + "currentColor;border-radius:4px;cursor:pointer";

    /// <summary>A row of controls.</summary>
    /// <param name="mark">The attribute by which the script finds it.</param>
    /// <param name="content">The controls.</param>
    public static string Row(string mark, string content) =>
        $"<div {mark} style=\"display:none;flex-wrap:wrap;align-items:center;gap:0.5em;{Font}\">{content}</div>";

    public static string Button(string label, string sign, string attributes = "") =>
        $"<button type=\"button\"{attributes} aria-label=\"{label}\" style=\"{ButtonStyle}\">{sign}</button>";

    /// <summary>The controls under a drawing with steps or frames.</summary>
    public static string Steps(string name, int last, string label)
    {
        return Row(
            "data-nn-controls",
            Go("first", "First step", "«") + Go("back", "Step back", "‹") + Go("play", "Play", "▶")
                + Go("next", "Next step", "›") + Go("last", "Last step", "»") + Slider(name, last, label));

        static string Go(string where, string label, string sign) =>
            Button(label, sign, $" data-nn-go=\"{where}\"");
    }

    /// <summary>A slider at its last position, and the label of that position.</summary>
    public static string Slider(string name, int last, string label)
    {
        string text = WebUtility.HtmlEncode(label);
        return Markup($"""
            <input type="range" min="0" max="{last}" value="{last}" step="1"
             aria-label="{WebUtility.HtmlEncode(name)}" aria-valuetext="{text}"
             style="flex:1;min-width:8em;accent-color:#0072b2"><output
             style="min-width:8em;font-variant-numeric:tabular-nums">{text}</output>
            """);
    }
}
