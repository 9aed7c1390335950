using System.Globalization;
using System.Text;

namespace NeuralNotebooks.Plotting;

/// <summary>
/// The steps of a circuit inside its drawing. The script of a page reads the attributes; where no script runs, a click on the drawing's own
/// button begins an animation (SMIL) that hides what is not yet known.
/// </summary>
internal sealed class CircuitAnimation(CircuitSteps steps, string key)
{
    /// <summary>The room of the button and the sentence.</summary>
    public const double Height = 48, LeastWidth = 560;

    private const double Seconds = 1.5;
    private const double SentenceSize = 13;

    // Without a hyphen: in the begin of an animation it would be a minus sign.
    private string Id => "nnplay" + key;

    /// <summary>The attribute of a text that appears in a step.</summary>
    public static string Appearing(int step) => step == 0 ? "" : FormattableString.Invariant($" data-nn-at=\"{step}\"");

    /// <summary>The element that hides such a text until then.</summary>
    public string Hiding(int step) => step == 0 ? "" : FormattableString.Invariant($"<set attributeName=\"visibility\" to=\"hidden\" begin=\"{Id}.click\" dur=\"{step * Seconds:0.#}s\"/>");

    /// <summary>The attributes of a gate: the steps in which it computes, and passes its gradient on.</summary>
    public string Firing(CircuitPart part) => part.Kind != CircuitPartKind.Gate ? ""
        : FormattableString.Invariant($" data-nn-fires=\"{steps.ValueAt(part)}\" data-nn-returns=\"{steps.PassesBackAt(part)}\"");

    public string Flashes(CircuitPart part) => part.Kind != CircuitPartKind.Gate ? ""
        : Flash(steps.ValueAt(part), Palette.Blue) + Flash(steps.PassesBackAt(part), Palette.Orange);

    /// <summary>A button and, while it plays, the sentence of each step.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="circuit">The width of the circuit alone: with scripts the sentences stand outside the drawing, and it needs no more.</param>
    /// <param name="top">The height of the circuit alone.</param>
    /// <param name="width">The width of the drawing.</param>
    public void AppendControls(StringBuilder svg, double circuit, double top, double width)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<g data-nn-smil=\"{top:0}\" data-nn-width=\"{circuit:0}\"><g id=\"{Id}\" role=\"button\" tabindex=\"0\" aria-label=\"Play\" style=\"cursor:pointer\">")
            .Append(CultureInfo.InvariantCulture, $"<circle cx=\"28\" cy=\"{top + 22:0.#}\" r=\"15\" fill=\"currentColor\" fill-opacity=\"0.08\" stroke=\"currentColor\"/><path d=\"M24 {top + 15:0.#}L35 {top + 22:0.#}L24 {top + 29:0.#}Z\"/></g>");
        for (int step = 0; step <= steps.Last; step++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"54\" y=\"{top + 18:0.#}\" font-size=\"{SentenceSize}\" visibility=\"hidden\">");
            foreach (string line in Lines(steps.Sentences[step], width - 64))
                svg.Append(CultureInfo.InvariantCulture, $"<tspan x=\"54\" dy=\"{(line == Lines(steps.Sentences[step], width - 64)[0] ? 0 : 17)}\">").Append(CircuitText.Encode(line)).Append("</tspan>");
            string duration = step == steps.Last ? "indefinite" : FormattableString.Invariant($"{Seconds}s");
            svg.Append(CultureInfo.InvariantCulture, $"<set attributeName=\"visibility\" to=\"visible\" begin=\"{Id}.click+{step * Seconds:0.#}s\" dur=\"{duration}\" end=\"{Id}.click\"/></text>");
        }

        svg.Append("</g>");
    }

    private string Flash(int step, string colour) =>
        FormattableString.Invariant($"<set attributeName=\"stroke\" to=\"{colour}\" begin=\"{Id}.click+{step * Seconds:0.#}s\" dur=\"{Seconds}s\"/>");

    /// <summary>Two lines at most; what does not fit ends in "…" (the whole text stands below the drawing).</summary>
    private static string[] Lines(string sentence, double width)
    {
        List<string> lines = [""];
        foreach (string word in sentence.Split(' '))
        {
            string longer = lines[^1].Length == 0 ? word : lines[^1] + " " + word;
            if (CircuitText.Width(longer, SentenceSize) <= width || lines[^1].Length == 0)
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
