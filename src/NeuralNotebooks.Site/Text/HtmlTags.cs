using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace NeuralNotebooks.Site;

/// <summary>Reads the tags in HTML without building a tree, so that the time is linear for any HTML.</summary>
internal static class HtmlTags
{
    /// <summary>The tags with which elements begin, in order.</summary>
    public static IEnumerable<HtmlTagToken> In(string html)
    {
        using var source = new TextSource(html);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        for (HtmlToken token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
            if (token is HtmlTagToken { Type: HtmlTokenType.StartTag } tag)
            {
                // What looks like a tag in a script or a style sheet is text.
                tokens.State = tag.Name switch
                {
                    "script" => HtmlParseMode.Script,
                    "style" => HtmlParseMode.Rawtext,
                    _ => tokens.State,
                };
                yield return tag;
            }
    }
}
