namespace NeuralNotebooks.Course;

/// <summary>
/// The HTML of a <see cref="Verdict"/>. Inline styles only: an editor may drop a style sheet. Text inherits the page's
/// colour.
/// </summary>
internal static class VerdictCard
{
    public static string Render(Verdict verdict)
    {
        (_, string name, string mark, string accent, string tint) = Look(verdict.State);
        return $"""<div class="nn-verdict" role="status" data-verdict="{name}" style="{Frame(accent, tint)}">"""
            + """<p style="margin:0">"""
            + $"""<b><span aria-hidden="true" style="color:{accent}">{mark}</span> {verdict.Heading}.</b> """
            + $"{InlineText.ToHtml(verdict.Message)}</p>{Line("First difference", verdict.FirstDifference)}"
            + $"{Line(verdict.Label, verdict.Hint)}{verdict.Figure}{Line("More", verdict.More)}</div>";
    }

    /// <summary>The style of a card.</summary>
    public static string Frame(string accent, string tint) =>
        $"border-left:4px solid {accent};background:{tint};border-radius:0 6px 6px 0;padding:.6rem .9rem;"
        + "margin:.25rem 0;max-width:44rem;font-family:system-ui,'DejaVu Sans',sans-serif;font-size:.95rem;"
        + "line-height:1.5;color:inherit";

    /// <summary>The numbers of all mistakes. Those that the test accepted are alive, and have a frame.</summary>
    public static string Mutants(bool[] accepted)
    {
        IEnumerable<string> mistakes = accepted.Select((isAlive, i) =>
            $"<span style=\"padding:0 .45rem;{(isAlive ? Comparison.Marked : "opacity:.75")}\">{i + 1}&nbsp;"
                + (isAlive ? "alive</span>" : "✓</span>"));
        return "<p style=\"margin:.5rem 0 0;display:flex;flex-wrap:wrap;gap:.35rem\">"
            + string.Join(' ', mistakes) + "</p>";
    }

    private static string Line(string label, string? text) => text is null ? ""
        : """<p style="margin:.35rem 0 0"><span """
            + """style="font-size:.75rem;letter-spacing:.06em;text-transform:uppercase;opacity:.7">"""
            + $"{label}</span><br>{InlineText.ToHtml(text)}</p>";

    public static (string Heading, string Name, string Mark, string Accent, string Tint) Look(VerdictState state) =>
        state switch
        {
            VerdictState.Correct => ("Correct", "correct", "✓", "#009e73", "rgba(0,158,115,.12)"),
            VerdictState.Almost => ("Almost", "almost", "◐", "#e69f00", "rgba(230,159,0,.14)"),
            VerdictState.NotYet => ("Not yet", "not-yet", "○", "#3b8fc4", "rgba(86,180,233,.13)"),
            _ => ("Could not be checked", "error", "!", "#d55e00", "rgba(213,94,0,.12)"),
        };
}
