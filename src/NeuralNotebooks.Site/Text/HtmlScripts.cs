using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace NeuralNotebooks.Site;

/// <summary>Reads and replaces the script elements in HTML.</summary>
internal static class HtmlScripts
{
    /// <summary>The script elements, in order.</summary>
    public static IEnumerable<HtmlScript> In(string html)
    {
        HtmlScript? open = null;
        foreach ((HtmlTagToken tag, Range place) in HtmlTags.PlacesIn(html))
        {
            if (tag is { Name: "script", Type: HtmlTokenType.StartTag })
                open = new(tag, html[place], place.Start.Value, "", "");
            else if (tag.Name == "script" && open is not null)
            {
                int begin = open.Start + open.Opening.Length;
                yield return open with
                {
                    Content = html[begin..place.Start.Value],
                    Whole = html[open.Start..place.End.Value],
                };
                open = null;
            }
        }
    }

    /// <summary>The HTML with another text in place of each script element.</summary>
    public static string Replace(string html, Func<HtmlScript, string> replacement)
    {
        StringBuilder replaced = new();
        int end = 0;
        foreach (HtmlScript script in In(html))
        {
            replaced.Append(html, end, script.Start - end).Append(replacement(script));
            end = script.Start + script.Whole.Length;
        }
        return replaced.Append(html, end, html.Length - end).ToString();
    }
}

/// <summary>A script element in HTML.</summary>
/// <param name="Tag">The opening tag.</param>
/// <param name="Opening">The text of the opening tag.</param>
/// <param name="Start">The position of the element in the HTML.</param>
/// <param name="Content">The text between the tags.</param>
/// <param name="Whole">The text of the element.</param>
internal sealed record HtmlScript(HtmlTagToken Tag, string Opening, int Start, string Content, string Whole)
{
    /// <summary>The value of an attribute; null if the element does not have it.</summary>
    public string? this[string attribute] =>
        Tag.Attributes.Where(one => one.Name == attribute).Select(one => one.Value).FirstOrDefault();
}
