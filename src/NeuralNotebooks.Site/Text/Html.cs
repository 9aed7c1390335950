using System.Text;

namespace NeuralNotebooks.Site;

/// <summary>Text as HTML: the four characters that are special in markup and attributes are escaped, all others stay
/// readable.</summary>
public static class Html
{
    /// <summary>The text as content of an element or of a quoted attribute.</summary>
    public static string Escape(string text) => Escape(text.AsSpan());

    /// <inheritdoc cref="Escape(string)"/>
    public static string Escape(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('&', '<', '>') < 0 && !text.Contains('"'))
            return text.ToString();

        var escaped = new StringBuilder(text.Length + 16);
        foreach (char c in text)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
