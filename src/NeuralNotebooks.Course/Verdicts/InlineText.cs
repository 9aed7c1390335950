using System.Net;
using System.Text;

namespace NeuralNotebooks.Course;

/// <summary>Plain text with <c>`code`</c> in back-ticks, as HTML.</summary>
internal static class InlineText
{
    public static string ToHtml(string text)
    {
        string[] pieces = text.Split('`');
        bool balanced = pieces.Length % 2 == 1;
        if (!balanced)
        {
            return Lines(text);
        }

        var html = new StringBuilder();
        for (int i = 0; i < pieces.Length; i++)
        {
            bool code = i % 2 == 1;
            html.Append(code ? "<code>" : "").Append(Lines(pieces[i])).Append(code ? "</code>" : "");
        }

        return html.ToString();
    }

    private static string Lines(string text) =>
        WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
}
