using System.Net;
using System.Text;

namespace NeuralNotebooks.Plotting;

/// <summary>A circuit with buttons that lead through its steps.</summary>
internal sealed class CircuitPlayer(CircuitGraph circuit) : IPictureContent
{
    public string ToHtml(string alternativeText)
    {
        CircuitSteps steps = new(circuit);
        // The key is made from the content, so that nothing random changes a committed page.
        CircuitDrawing drawing = new([circuit], steps);
        string key = PageScript.Key(drawing.ToSvg());
        StringBuilder list = new();
        foreach (string sentence in steps.Sentences)
            list.Append("<li>").Append(CircuitText.Encode(sentence)).Append("</li>");
        return $"""
            <div data-nn-steps="{key}"><div role="img" aria-label="{WebUtility.HtmlEncode(alternativeText)}" style="overflow-x:auto">{drawing.ToSvg(key)}</div>{StepControls.Html("Step", steps.Last, "")}<p data-nn-say aria-live="polite" style="display:none;min-height:3em;margin:0.4em 0;{PageControls.Font}"></p><details style="{PageControls.Font}"><summary>All steps in words</summary><ol start="0">{list}</ol></details></div>{PageScript.Element("circuit.js", key, "null")}
            """;
    }
}
