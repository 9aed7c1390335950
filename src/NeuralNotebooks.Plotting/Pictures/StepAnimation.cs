using System.Globalization;
using System.Text;

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
    /// <param name="svg">The drawing.</param>
    /// <param name="own">The width of the drawing alone: with scripts the sentences are outside the drawing, and it
    /// needs no more.</param>
    /// <param name="top">The height of the drawing alone.</param>
    /// <param name="width">The width with the button and the sentences.</param>
    public void AppendControls(StringBuilder svg, double own, double top, double width)
    {
        int last = sentences.Count - 1;
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<g data-nn-smil=\"{top:0}\" data-nn-width=\"{own:0}\"><g id=\"{Id}\" role=\"button\" tabindex=\"0\" "
            + $"aria-label=\"Play\" style=\"cursor:pointer\">")
            .Append(CultureInfo.InvariantCulture,
                $"<circle cx=\"28\" cy=\"{top + 22:0.#}\" r=\"15\" fill=\"currentColor\" fill-opacity=\"0.08\" "
                + $"stroke=\"currentColor\"/>"
                + $"<path d=\"M24 {top + 15:0.#}L35 {top + 22:0.#}L24 {top + 29:0.#}Z\"/></g>");
        for (int step = 0; step <= last; step++)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"54\" y=\"{top + 18:0.#}\" font-size=\"{SentenceSize}\" visibility=\"hidden\">");
            foreach (string line in Lines(sentences[step], width - 64))
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"<tspan x=\"54\" dy=\"{(line == Lines(sentences[step], width - 64)[0] ? 0 : 17)}\">")
                    .Append(SvgText.Encode(line)).Append("</tspan>");
            string duration = step == last ? "indefinite" : Invariant($"{Seconds}s");
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<set attributeName=\"visibility\" to=\"visible\" begin=\"{Id}.click+{step * Seconds:0.#}s\" "
                + $"dur=\"{duration}\" end=\"{Id}.click\"/></text>");
        }

        svg.Append("</g>");
    }

    private string Flash(int step, string colour) =>
        string.Create(
            CultureInfo.InvariantCulture,
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
