namespace NeuralNotebooks.Course;

/// <summary>The HTML of a <see cref="Verdict"/>. Inline styles only: an editor may drop a style sheet. Text inherits
/// the page's colour.</summary>
internal static class VerdictCard
{
    public static string Render(Verdict verdict)
    {
        VerdictLook look = VerdictLook.Of(verdict.State);
        return $"""<div class="nn-verdict" role="status" style="{Frame(look)}">"""
            + """<p style="margin:0">"""
            + $"""<b><span aria-hidden="true" style="color:{look.Accent}">{look.Mark}</span> {verdict.Heading}.</b> """
            + $"{InlineText.ToHtml(verdict.Message)}</p>{Line("First difference", verdict.FirstDifference)}"
            + $"{Line(verdict.Label, verdict.ShownHint)}{verdict.Illustration}{Line("More", verdict.More)}</div>";
    }

    /// <summary>The style of a card. Sizes are relative to the text around it: Jupyter Notebook sets the root's font to
    /// 10 pixels, so a size in rem would be too small to read there.</summary>
    public static string Frame(VerdictLook look) =>
        $"border-left:4px solid {look.Accent};background:{look.Tint};border-radius:0 6px 6px 0;padding:.6em .9em;"
        + $"margin:.25em 0;max-width:44em;{FigureHtml.Font};font-size:1em;line-height:1.5;color:inherit";

    /// <summary>The numbers of all mistakes. Those that the test accepted are alive, and have a frame.</summary>
    public static string Mutants(bool[] accepted)
    {
        IEnumerable<string> mistakes = accepted.Select((isAlive, i) =>
            $"<span style=\"padding:0 .45em;{(isAlive ? Comparison.Marked : "opacity:.75")}\">{i + 1}&nbsp;"
                + (isAlive ? "alive</span>" : "✓</span>"));
        return "<p style=\"margin:.5em 0 0;display:flex;flex-wrap:wrap;gap:.35em\">"
            + string.Join(' ', mistakes) + "</p>";
    }

    private static string Line(string label, string? text) => text is null ? ""
        : """<p style="margin:.35em 0 0"><span """
            + """style="font-size:.9em;letter-spacing:.06em;text-transform:uppercase;opacity:.7">"""
            + $"{label}</span><br>{InlineText.ToHtml(text)}</p>";
}
