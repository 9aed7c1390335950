using AngleSharp.Html.Parser;

namespace NeuralNotebooks.Site;

/// <summary>Makes the text inside a <c>details</c> element Markdown. In Markdown, a block of HTML ends only at an empty
/// line, so this inserts empty lines after <c>&lt;/summary&gt;</c> and around <c>&lt;/details&gt;</c>.</summary>
internal static partial class FoldedText
{
    /// <summary>The elements that have no end tag or may be without one.</summary>
    private static readonly HashSet<string> _withoutEnd =
    [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup",
    ];

    public static string Open(string markdown)
    {
        if (!markdown.Contains("<details", StringComparison.OrdinalIgnoreCase))
            return markdown;

        var text = new StringBuilder(markdown.Length + 64);
        string? fence = null;
        foreach (string line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (Fence().Match(line) is { Success: true } mark)
            {
                string ticks = mark.Groups[1].Value;
                if (fence is null)
                    fence = ticks;
                else if (ticks.StartsWith(fence, StringComparison.Ordinal))
                    fence = null;
            }

            text.Append(fence is null ? Separate(line) : line).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The number of elements that a block of HTML opens, minus those that it closes.</summary>
    public static int OpenedBy(Block block) =>
        block is HtmlBlock html
            ? HtmlTags.StartsAndEndsIn(html.Lines.ToString())
                .Where(tag => !_withoutEnd.Contains(tag.Name) && !tag.IsSelfClosing)
                .Sum(tag => tag.Type == HtmlTokenType.StartTag ? 1 : -1)
            : 0;

    private static string Separate(string line)
    {
        if (Tags().IsMatch(line))
        {
            line = SummaryEnd().Replace(line, "$1\n\n");
            line = DetailsEnd().Replace(line, "\n\n$1\n\n");
        }

        return line;
    }

    [GeneratedRegex(@"^\s{0,3}(`{3,}|~{3,})")]
    private static partial Regex Fence();

    /// <summary>A line that begins or ends with one of the tags. A tag inside a sentence is not changed.</summary>
    [GeneratedRegex(@"^\s*</?(details|summary)\b|</(details|summary)>\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();

    [GeneratedRegex(@"(</summary>)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex SummaryEnd();

    [GeneratedRegex(@"(?<!\s)\s*(</details>)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex DetailsEnd();
}
