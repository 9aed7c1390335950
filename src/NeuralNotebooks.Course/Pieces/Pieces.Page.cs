using System.Net;

namespace NeuralNotebooks.Course;

public static partial class Pieces
{
    /// <summary>A page about the reader's own network, with a link that saves it as a file.</summary>
    /// <param name="digits">What the reader has drawn, with what the network has read.</param>
    /// <param name="number">What the network has reached, in a sentence.</param>
    /// <param name="pieces">The names of the functions with which it was trained.</param>
    public static Picture Page(Picture digits, string number, params string[] pieces)
    {
        ArgumentNullException.ThrowIfNull(digits);
        string whose = pieces.All(IsOwn) ? "My own" : "A";
        string words = number + string.Concat(pieces.GroupBy(Whose).Select(Sentence));
        string content = digits.ToHtml() + $"<p>{WebUtility.HtmlEncode(words)}</p>";
        string page = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A page to keep</title>"
            + "<meta name=\"viewport\" content=\"width=device-width\"><style>:root{color-scheme:light dark}"
            + "body{font:1rem/1.5 system-ui,sans-serif;max-width:44em;margin:2em auto;padding:0 1em}</style>"
            + $"<h1>{whose} network reads my handwriting</h1>{content}</html>";
        string data = Convert.ToBase64String(Encoding.UTF8.GetBytes(page));
        string link = "<p><a download=\"my-network.html\" "
            + $"href=\"data:text/html;base64,{data}\">Save this page</a></p>";
        return Picture.Of(_ => content + link, $"{digits.AlternativeText} {words}").WithTitle("A page to keep");

        static string Sentence(IGrouping<string, string> of) => $" {TextOf.List([.. of])} "
            + $"{(of.Count() == 1 ? "is" : "are")} {of.Key.Replace("yours", "mine", StringComparison.Ordinal)}.";
    }
}
