namespace NeuralNotebooks.Plotting;

/// <summary>Buttons and other controls below a picture, in the colours of the page. They are hidden until their script
/// runs.</summary>
internal static class PageControls
{
    public const string Font = "font-size:88%;color:inherit";

    private const string ButtonStyle =
        "min-width:2.6em;min-height:2.2em;padding:0.2em "
        + "0.5em;font:inherit;color:inherit;background:transparent;border:1px solid "
        + "currentColor;border-radius:4px;cursor:pointer";

    public static string Row(string mark, string content) =>
        $"<div {mark} style=\"display:none;flex-wrap:wrap;align-items:center;gap:0.5em;{Font}\">{content}</div>";

    public static string Button(string label, string sign, string attributes = "") =>
        $"<button type=\"button\"{attributes} aria-label=\"{label}\" style=\"{ButtonStyle}\">{sign}</button>";
}
