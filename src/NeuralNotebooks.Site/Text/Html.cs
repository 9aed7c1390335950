namespace NeuralNotebooks.Site;

/// <summary>Text as HTML: the four characters that are special in markup and attributes are escaped, all others stay
/// readable.</summary>
public static class Html
{
    /// <summary>The text as content of an element or of a quoted attribute.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;")
            .Replace("<", "&lt;")
            .Replace(">", "&gt;")
            .Replace("\"", "&quot;");
}
