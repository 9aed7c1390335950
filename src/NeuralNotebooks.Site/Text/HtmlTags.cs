using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace NeuralNotebooks.Site;

/// <summary>Reads the tags in HTML without building a tree, so that the time is linear for any HTML.</summary>
internal static class HtmlTags
{
    /// <summary>The tags with which elements begin, in order.</summary>
    public static IEnumerable<HtmlTagToken> In(string html) =>
        StartsAndEndsIn(html).Where(tag => tag.Type == HtmlTokenType.StartTag);

    /// <summary>The tags with which elements begin and end, in order.</summary>
    public static IEnumerable<HtmlTagToken> StartsAndEndsIn(string html) =>
        TokensIn(html).Select(found => found.Token).OfType<HtmlTagToken>();

    /// <summary>The value of an attribute; null if the tag has none with this name.</summary>
    public static string? Value(this HtmlTagToken tag, string name) =>
        tag.Attributes.FirstOrDefault(attribute => attribute.Name == name).Value;

    /// <summary>The end of the last tag, comment or text: a tag that is not complete may follow it.</summary>
    public static int EndIn(string html) =>
        TokensIn(html).Select(token => token.End).LastOrDefault() is var end && end > html.Length ? html.Length : end;

    private static IEnumerable<(HtmlToken Token, int End)> TokensIn(string html)
    {
        using var source = new TextSource(html);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        int pictures = 0; // The number of SVG elements around the tag.
        for (HtmlToken token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            if (token is HtmlTagToken tag)
            {
                bool isStart = tag.Type == HtmlTokenType.StartTag;
                // Only in SVG can an element be without content because its tag ends in a slash.
                bool isEmpty = pictures > 0 && tag.IsSelfClosing;
                // What looks like a tag in these elements is text.
                if (isStart && !isEmpty)
                    tokens.State = tag.Name switch
                    {
                        "script" => HtmlParseMode.Script,
                        "style" => HtmlParseMode.Rawtext,
                        "textarea" or "title" => HtmlParseMode.RCData,
                        _ => tokens.State,
                    };
                if (tag.Name == "svg" && !tag.IsSelfClosing)
                    pictures = Math.Max(0, pictures + (isStart ? 1 : -1));
            }
            yield return (token, source.Index);
        }
    }
}
