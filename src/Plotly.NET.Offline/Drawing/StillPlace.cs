namespace NeuralNotebooks;

/// <summary>The place for a still in a figure's HTML. A still is a static picture for readers without scripts. Two
/// comments enclose the place, and the first one contains the alternative text.</summary>
/// <param name="Before">The HTML before the place.</param>
/// <param name="AlternativeText">The alternative text, as HTML.</param>
/// <param name="Content">The still, or what is shown instead of a still.</param>
/// <param name="After">The HTML after the place.</param>
internal sealed record StillPlace(string Before, string AlternativeText, string Content, string After)
{
    private const string Opening = "<!--still: ", OpeningEnd = "-->", Closing = "<!--/still-->";

    /// <summary>The HTML of a place without a still.</summary>
    public static string Html(string alternativeText, string content = "") =>
        new StillPlace("", System.Net.WebUtility.HtmlEncode(alternativeText), content, "").ToHtml();

    /// <summary>The first place in the HTML; null if there is none.</summary>
    public static StillPlace? FirstIn(string html)
    {
        int opening = html.IndexOf(Opening, StringComparison.Ordinal), text = opening + Opening.Length;
        if (opening < 0)
            return null;
        int end = html.IndexOf(OpeningEnd, text, StringComparison.Ordinal), content = end + OpeningEnd.Length;
        if (end < 0)
            return null;
        int closing = html.IndexOf(Closing, content, StringComparison.Ordinal);
        return closing < 0
            ? null
            : new(html[..opening], html[text..end], html[content..closing], html[(closing + Closing.Length)..]);
    }

    /// <summary>The HTML in which each place, together with what is between it and the one before, is replaced.
    /// </summary>
    public static string Replace(string html, Func<StillPlace, string> replacement)
    {
        string[] parts = html.Split(Closing);
        IEnumerable<string> replaced = parts[..^1].Select(part =>
            FirstIn(part + Closing) is { } place ? replacement(place) : part + Closing
        );
        return string.Concat(replaced) + parts[^1];
    }

    /// <summary>The HTML with the place.</summary>
    public string ToHtml() => $"{Before}{Opening}{AlternativeText}{OpeningEnd}{Content}{Closing}{After}";
}
