namespace NeuralNotebooks.Plotting;

/// <summary>Buttons and other controls below a picture, in the colours that a page of our site defines, and elsewhere
/// in that of the text. They are hidden until their script runs.</summary>
internal static class PageControls
{
    public const string Font = "font-size:88%;color:inherit";

    private const string ButtonStyle =
        "min-width:2.6em;min-height:2.2em;padding:0.2em 0.7em;font:inherit;font-weight:600;background:transparent;"
        + "color:var(--soft,inherit);border:1px solid var(--line,currentColor);border-radius:6px;cursor:pointer";

    public static string Row(string mark, string content) =>
        $"<div {mark} style=\"display:none;flex-wrap:wrap;align-items:center;gap:0.5em;{Font}\">{content}</div>";

    public static string Button(string label, string sign, string attributes = "") =>
        $"<button type=\"button\"{attributes} aria-label=\"{label}\" style=\"{ButtonStyle}\">{sign}</button>";
}
