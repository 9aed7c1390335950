namespace NeuralNotebooks.Plotting;

/// <summary>
/// The steps of a drawing, embedded in it. The page's script reads the attributes; where no script runs, a click on the
/// drawing's own
/// button begins an animation (SMIL) that hides what is not yet known.
/// </summary>
internal sealed class StepAnimation(IReadOnlyList<string> sentences, string key)
{
    /// <summary>The room for the button and the sentence.</summary>
    public const double Height = 48, MinWidth = 560;

    private const double Seconds = 1.5;
    private const double SentenceSize = 13;

    // Without a hyphen: in an animation's begin attribute it would be a minus sign.
    private string Id => "nnplay" + key;

    /// <summary>The attribute of a text that appears in a step.</summary>
    public static string Appearing(int step) => step == 0 ? "" : Invariant($" data-nn-at=\"{step}\"");

    /// <summary>The element that hides such a text until then.</summary>
    public string Hiding(int step) => step == 0 ? ""
        : Invariant(
            $"<set attributeName=\"visibility\" to=\"hidden\" begin=\"{Id}.click\" dur=\"{step * Seconds:0.#}s\"/>");

    /// <summary>The attributes of a part that is highlighted in two steps: when it computes, and when its gradient
    /// flows back.</summary>
    public static string Firing((int Forward, int Backward) at) =>
        Invariant($" data-nn-fires=\"{at.Forward}\" data-nn-returns=\"{at.Backward}\"");

    /// <summary>The elements that highlight it where no script runs.</summary>
    public string Flashes((int Forward, int Backward) at) =>
        Flash(at.Forward, Palette.Blue) + Flash(at.Backward, Palette.Orange);

    /// <summary>A button and, while it plays, the sentence of each step.</summary>
    /// <param name="own">The width of the drawing alone: with scripts the sentences are outside the drawing, and it
    /// needs no more.</param>
    /// <param name="top">The height of the drawing alone.</param>
    /// <param name="width">The width with the button and the sentences.</param>
    public string Controls(double own, double top, double width)
    {
        IEnumerable<string> texts =
            sentences.Select((sentence, step) => Sentence(step, top + 18, Lines(sentence, width - 64)));
        return Invariant(
            $"<g data-nn-smil=\"{top:0}\" data-nn-width=\"{own:0}\"><g id=\"{Id}\" role=\"button\" tabindex=\"0\" "
            + $"aria-label=\"Play\" style=\"cursor:pointer\">"
            + $"<circle cx=\"28\" cy=\"{top + 22:0.#}\" r=\"15\" fill=\"currentColor\" fill-opacity=\"0.08\" "
            + $"stroke=\"currentColor\"/>"
            + $"<path d=\"M24 {top + 15:0.#}L35 {top + 22:0.#}L24 {top + 29:0.#}Z\"/></g>"
            + $"{string.Concat(texts)}</g>");
    }

    private string Sentence(int step, double y, string[] lines)
    {
        string duration = step == sentences.Count - 1 ? "indefinite" : Invariant($"{Seconds}s");
        IEnumerable<string> written = lines.Select((line, i) =>
            $"<tspan x=\"54\" dy=\"{(i == 0 ? 0 : 17)}\">{SvgText.Encode(line)}</tspan>");
        return Invariant(
            $"<text x=\"54\" y=\"{y:0.#}\" font-size=\"{SentenceSize}\" visibility=\"hidden\">{string.Concat(written)}"
            + $"<set attributeName=\"visibility\" to=\"visible\" begin=\"{Id}.click+{step * Seconds:0.#}s\" "
            + $"dur=\"{duration}\" end=\"{Id}.click\"/></text>");
    }

    private string Flash(int step, string colour) => Invariant(
        $"<set attributeName=\"stroke\" to=\"{colour}\" begin=\"{Id}.click+{step * Seconds:0.#}s\" "
        + $"dur=\"{Seconds}s\"/>");

    /// <summary>Two lines at most; what does not fit ends in "…" (the whole text is below the drawing).</summary>
    private static string[] Lines(string sentence, double width)
    {
        List<string> lines = [""];
        foreach (string word in sentence.Split(' '))
        {
            string longer = lines[^1].Length == 0 ? word : lines[^1] + " " + word;
            if (SvgText.Width(longer, SentenceSize) <= width || lines[^1].Length == 0)
            {
                lines[^1] = longer;
            }
            else if (lines.Count == 2)
            {
                lines[^1] += " …";
                break;
            }
            else
            {
                lines.Add(word);
            }
        }

        return [.. lines];
    }
}
