namespace NeuralNotebooks.Plotting;

/// <summary>
/// The steps of a drawing, as attributes and elements in it. The page's script reads the attributes. Where no script
/// runs, a click on a button in the drawing starts an animation (SMIL), which hides each part until its step.
/// </summary>
internal static class DrawingSteps
{
    // The height that is added for the button and the sentence, and the width that a sentence needs.
    private const double Height = 48, MinWidth = 560;

    private const double Seconds = 1.5, SentenceSize = 13;

    /// <summary>A placeholder for the identifier of the drawing on its page; no text of a drawing contains
    /// it.</summary>
    public const string Key = "<key>";

    // Without a hyphen: in an animation's begin attribute it would be a minus sign.
    private const string Id = "nnplay" + Key;

    /// <summary>The size of a drawing; if it has steps, with room for the button and the sentences.</summary>
    public static (double Width, double Height) Size(double width, double height, bool isPlayed) =>
        isPlayed ? (Math.Max(width, MinWidth), height + Height) : (width, height);

    /// <summary>The attribute of a text that appears in a step.</summary>
    public static string Appearing(int step) => step == 0 ? "" : $" data-nn-at=\"{step}\"";

    /// <summary>The element that hides a text until its step where no script runs.</summary>
    public static string Hiding(int step) => step == 0 ? ""
        : Invariant(
            $"<set attributeName=\"visibility\" to=\"hidden\" begin=\"{Id}.click\" dur=\"{step * Seconds:0.#}s\"/>");

    /// <summary>The attributes of a part that is highlighted in two steps: in the forward pass and in the backward
    /// pass.</summary>
    public static string Firing((int Forward, int Backward)? at) => at is not var (forward, backward) ? ""
        : $" data-nn-fires=\"{forward}\" data-nn-returns=\"{backward}\"";

    /// <summary>The elements that highlight such a part where no script runs.</summary>
    public static string Flashes((int Forward, int Backward)? at) => at is not var (forward, backward) ? ""
        : Flash(forward, Palette.Blue) + Flash(backward, Palette.Orange);

    /// <summary>The Play button, and the sentence of each step, which is visible while the animation runs.</summary>
    /// <param name="sentences">A sentence for each step; null if the drawing has no steps.</param>
    /// <param name="own">The width of the drawing without the sentences. A page with scripts shows them below the
    /// drawing, and gives it this width.</param>
    /// <param name="top">The height of the drawing without the button and the sentences.</param>
    public static string Controls(List<string>? sentences, double own, double top)
    {
        if (sentences is null)
            return "";
        double width = Math.Max(own, MinWidth);
        IEnumerable<string> texts = sentences.Select((sentence, step) => Sentence(
            step, isLast: step == sentences.Count - 1, top + 18, Lines(sentence, width - 64)));
        return JoinLines($"""
            <g data-nn-smil="{top:0}" data-nn-width="{own:0}"><g id="{Id}" role="button" tabindex="0"
             aria-label="Play" style="cursor:pointer">
            <circle cx="28" cy="{top + 22:0.#}" r="15" fill="currentColor" fill-opacity="0.08"
             stroke="currentColor"/>
            <path d="M24 {top + 15:0.#}L35 {top + 22:0.#}L24 {top + 29:0.#}Z"/></g>
            {string.Concat(texts)}</g>
            """);
    }

    private static string Sentence(int step, bool isLast, double y, List<string> lines)
    {
        string duration = isLast ? "indefinite" : Invariant($"{Seconds}s");
        IEnumerable<string> written = lines.Select((line, i) =>
            $"<tspan x=\"54\" dy=\"{(i == 0 ? 0 : 17)}\">{SvgText.Encode(line)}</tspan>");
        return JoinLines($"""
            <text x="54" y="{y:0.#}" font-size="{SentenceSize}" visibility="hidden">{string.Concat(written)}
            <set attributeName="visibility" to="visible" begin="{Id}.click+{step * Seconds:0.#}s"
             dur="{duration}" end="{Id}.click"/></text>
            """);
    }

    private static string Flash(int step, string colour) => JoinLines($"""
        <set attributeName="stroke" to="{colour}" begin="{Id}.click+{step * Seconds:0.#}s"
         dur="{Seconds}s"/>
        """);

    /// <summary>At most two lines. A sentence that does not fit is cut off with "…"; the list below the drawing has all
    /// of it.</summary>
    private static List<string> Lines(string sentence, double width)
    {
        List<string> lines = [];
        foreach (string word in sentence.Split(' '))
        {
            if (lines.Count > 0 && SvgText.Width($"{lines[^1]} {word}", SentenceSize) <= width)
            {
                lines[^1] += " " + word;
                continue;
            }
            if (lines.Count == 2)
            {
                lines[^1] += " …";
                break;
            }
            lines.Add(word);
        }
        return lines;
    }
}
