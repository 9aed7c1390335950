namespace NeuralNotebooks.Site;

/// <summary>Escapes text for HTML: only the four characters that are special in elements and quoted
/// attributes.</summary>
public static class Html
{
    public static string Escape(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");
}
