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

    /// <summary>The HTML with other attributes in some of its tags, which are then written anew.</summary>
    /// <param name="html">The HTML; the rest of it stays as it is.</param>
    /// <param name="attributes">The attributes that a tag gets in addition to its own, or in place of those of the same
    /// name.</param>
    public static string WithAttributes(string html, Func<HtmlTagToken, (string Name, string Value)[]> attributes) =>
        Spliced(html, TokensIn(html).Select(found =>
            found.Token is HtmlTagToken { Type: HtmlTokenType.StartTag } tag && attributes(tag) is { Length: > 0 } given
                ? (tag.Position.Index, found.End, Written(tag, given))
                : default));

    /// <summary>The HTML with other content in elements of a name that contain no such element.</summary>
    public static string WithContent(string html, string name, Func<string, string> content)
    {
        (HtmlTagToken Tag, int End)[] tags =
        [
            .. TokensIn(html).Where(found => found.Token is HtmlTagToken tag && tag.Name == name)
                .Select(found => ((HtmlTagToken)found.Token, found.End)),
        ];
        return Spliced(html, tags.Zip(tags.Skip(1), (begin, end) =>
            begin.Tag.Type == HtmlTokenType.StartTag && end.Tag.Type == HtmlTokenType.EndTag
                ? (begin.End, end.Tag.Position.Index, content(html[begin.End..end.Tag.Position.Index]))
                : default));
    }

    /// <summary>The value of an attribute; null if the tag has none with this name.</summary>
    public static string? Value(this HtmlTagToken tag, string name) =>
        tag.Attributes.FirstOrDefault(attribute => attribute.Name == name).Value;

    /// <summary>The end of the last tag, comment or text: a tag that is not complete may follow it.</summary>
    public static int EndIn(string html) =>
        Math.Min(html.Length, TokensIn(html).Select(token => token.End).LastOrDefault());

    /// <summary>A text with other pieces in place of some of its own, which are given in order.</summary>
    private static string Spliced(string text, IEnumerable<(int Start, int End, string? Piece)> pieces)
    {
        var spliced = new StringBuilder();
        int at = 0;
        foreach ((int start, int end, string? piece) in pieces.Where(piece => piece.Piece is not null))
        {
            spliced.Append(text, at, start - at).Append(piece);
            at = end;
        }
        return spliced.Append(text, at, text.Length - at).ToString();
    }

    private static string Written(HtmlTagToken tag, (string Name, string Value)[] given)
    {
        IEnumerable<(string Name, string Value)> own = tag.Attributes
            .Select(attribute => (attribute.Name, attribute.Value))
            .Where(attribute => !given.Any(other => other.Name == attribute.Name));
        IEnumerable<string> all = own.Concat(given)
            .Select(attribute => $" {attribute.Name}=\"{Html.Escape(attribute.Value)}\"");
        return $"<{tag.Name}{string.Concat(all)}{(tag.IsSelfClosing ? " />" : ">")}";
    }

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
