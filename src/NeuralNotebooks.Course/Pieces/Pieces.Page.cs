using System.Net;

namespace NeuralNotebooks.Course;

public static partial class Pieces
{
    private const int CurveWidth = 420, CurveHeight = 180, Margin = 34;

    /// <summary>A page about the reader's own network, with a link that saves it as a file.</summary>
    /// <param name="digits">What the reader has drawn, with what the network has read.</param>
    /// <param name="errors">The validation error after each epoch, in %.</param>
    /// <param name="number">What the network has reached, in a sentence.</param>
    /// <param name="pieces">The names of the functions with which it was trained.</param>
    public static Picture Page(Picture digits, double[] errors, string number, params string[] pieces)
    {
        ArgumentNullException.ThrowIfNull(digits);
        ArgumentNullException.ThrowIfNull(errors);
        string whose = pieces.All(IsOwn) ? "My own" : "A";
        string words = number + Sentence(Owner.Reader, "mine")
            + Sentence(Owner.ReaderNotRight, "mine, but not right yet") + Sentence(Owner.Course, "the course's");
        string content = digits.ToHtml() + $"<p>{WebUtility.HtmlEncode(words)}</p>{Curve(errors)}";
        string page = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A page to keep</title>"
            + "<meta name=\"viewport\" content=\"width=device-width\"><style>:root{color-scheme:light dark}"
            + "body{font:1rem/1.5 system-ui,sans-serif;max-width:44em;margin:2em auto;padding:0 1em}</style>"
            + $"<h1>{whose} network reads my handwriting</h1>{content}</html>";
        string data = Convert.ToBase64String(Encoding.UTF8.GetBytes(page));
        string link = "<p><a download=\"my-network.html\" "
            + $"href=\"data:text/html;base64,{data}\">Save this page</a></p>";
        return Picture.Of(_ => content + link, $"{digits.AlternativeText} {words}").WithTitle("A page to keep");

        string Sentence(Owner owner, string whose)
        {
            string[] names = [.. pieces.Where(piece => OwnerOf(piece) == owner)];
            return names.Length == 0 ? ""
                : $" {TextOf.List(names)} {(names.Length == 1 ? "is" : "are")} {whose}.";
        }
    }

    /// <summary>The error over the epochs. plotly.js would not be in a saved file.</summary>
    private static string Curve(double[] errors)
    {
        double largest = errors.Append(1).Max();
        string[] points = [.. errors.Select((error, i) => Invariant(
            $"{Margin + (CurveWidth - 2 * Margin) * i / Max(1.0, errors.Length - 1):0.#},{Height(error):0.#}"))];
        string words = Invariant($"The validation error goes from {errors[0]:0.0} % after the first of ")
            + Invariant($"{errors.Length} epochs to {errors[^1]:0.0} %.");
        return Invariant($"<svg viewBox=\"0 0 {CurveWidth} {CurveHeight}\" role=\"img\" aria-label=\"{words}\" ")
            + "style=\"max-width:100%;width:26em;height:auto;font:12px system-ui,sans-serif\" fill=\"currentColor\">"
            + Invariant($"<path d=\"M{Margin},{Height(largest):0.#}V{Height(0):0.#}H{CurveWidth - Margin}\" ")
            + "fill=\"none\" stroke=\"currentColor\" opacity=\".4\"/>"
            + $"<polyline points=\"{string.Join(' ', points)}\" fill=\"none\" stroke=\"#0072b2\" stroke-width=\"2\"/>"
            + Label(Margin, 16, "start", "validation error, %")
            + Label(CurveWidth - Margin, CurveHeight - 8, "end", "epoch")
            + Label(Margin + 4, Height(errors[0]) - 5, "start", Invariant($"{errors[0]:0.0}"))
            + Label(CurveWidth - Margin, Height(errors[^1]) - 6, "end", Invariant($"{errors[^1]:0.0}")) + "</svg>";

        double Height(double error) => CurveHeight - Margin - (CurveHeight - 2 * Margin) * error / largest;

        static string Label(double x, double y, string anchor, string text) =>
            Invariant($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{text}</text>");
    }
}
