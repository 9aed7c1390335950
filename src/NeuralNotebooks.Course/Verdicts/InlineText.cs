using System.Net;

namespace NeuralNotebooks.Course;

/// <summary>Plain text with <c>`code`</c> in back-ticks, as HTML.</summary>
internal static class InlineText
{
    public static string ToHtml(string text)
    {
        string[] pieces = text.Split('`');
        bool isBalanced = pieces.Length % 2 == 1;
        return isBalanced
            ? string.Concat(pieces.Select((piece, i) => i % 2 == 1 ? $"<code>{Lines(piece)}</code>" : Lines(piece)))
            : Lines(text);
    }

    private static string Lines(string text) =>
        WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
}
