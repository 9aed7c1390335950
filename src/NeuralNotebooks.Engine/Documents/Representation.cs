namespace NeuralNotebooks.Engine;

/// <summary>A representation of a value that pages, published or live, can show.</summary>
/// <param name="Type">Its MIME type. Any text that is not HTML, Markdown or a formula is
/// <c>text/plain</c>.</param>
/// <param name="Content">Its text. For an image: the <c>data:</c> URL.</param>
internal sealed record Representation(string Type, string Content)
{
    public const string Markdown = "text/markdown";
    public const string Formula = "text/latex";

    public static IEnumerable<Representation> Of(MimeBundle data)
    {
        if (data.Text(MimeBundle.Html) is { } html)
            yield return new(MimeBundle.Html, html);
        if (ImageData.Of(data) is var (type, content))
            yield return new(type, ImageData.Url(type, content));
        if (data.Text(Markdown) is { } markdown)
            yield return new(Markdown, markdown);
        if (data.Text(Formula) is { } formula)
            yield return new(Formula, formula.Trim().Trim('$'));
        string? other = data.Types.FirstOrDefault(type =>
            type != MimeBundle.Html && !type.StartsWith("image/", StringComparison.Ordinal));
        if ((data.Text(MimeBundle.PlainText) ?? (other is null ? null : data.Text(other))) is { } text)
            yield return new(MimeBundle.PlainText, text);
    }

    public IEnumerable<(string Name, double Pixels)> SizeIn(JsonObject metadata)
    {
        JsonObject sizes = metadata[Type] as JsonObject ?? metadata;
        foreach (string name in (string[])["width", "height"])
            if (sizes[name] is JsonValue value && value.TryGetValue(out double pixels))
                yield return (name, pixels);
    }
}
