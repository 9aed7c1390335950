namespace NeuralNotebooks;

/// <summary>The element around each picture: title, content, caption. All colours come from the page.</summary>
internal static class PictureFrame
{
    private const string Sans = "font-family:system-ui,'DejaVu Sans',sans-serif;color:inherit";

    public static string Of(string title, string content, string caption = "")
    {
        string heading = title.Length > 0
            ? $"<div class=\"nn-title\" style=\"{Sans};font-weight:600;margin-bottom:0.25em\">"
                + $"{System.Net.WebUtility.HtmlEncode(title)}</div>"
            : "";
        string below = caption.Length > 0
            ? $"<figcaption style=\"{Sans};font-size:88%;opacity:0.8;margin-top:0.4em\">"
                + $"{System.Net.WebUtility.HtmlEncode(caption)}</figcaption>"
            : "";
        // In the cell of a table, such as that of a list of charts, a width of 100 % alone would be almost no width.
        return "<figure class=\"nn-picture\" style=\"margin:0.5em 0;max-width:100%;min-width:min(34rem,80vw)\">"
            + $"{heading}{content}{below}</figure>";
    }
}
