namespace NeuralNotebooks.Site;

/// <summary>Converts images of a notebook to <c>data:</c> URLs. Their Base64 text is decoded and encoded again, so that
/// it cannot contain characters that end an HTML attribute.</summary>
internal static class ImageData
{
    public const string Svg = "image/svg+xml";

    /// <summary>The image types that browsers show, the preferred first.</summary>
    public static IReadOnlyList<string> Types { get; } = [Svg, "image/png", "image/jpeg", "image/gif", "image/webp"];

    /// <summary>The first image of a bundle that can be shown, or null when there is none.</summary>
    public static string? Of(MimeBundle bundle) =>
        Types.Select(type => Of(bundle, type)).FirstOrDefault(image => image is not null);

    public static string OfSvg(ReadOnlySpan<byte> markup) => $"data:{Svg};base64," + Convert.ToBase64String(markup);

    /// <summary>The image of a MIME type; null if there is none, or if its text is neither SVG nor Base64.</summary>
    public static string? Of(MimeBundle bundle, string type)
    {
        if (bundle.Text(type) is not { } payload)
            return null;
        if (type == Svg && payload.Contains('<'))
            return OfSvg(Encoding.UTF8.GetBytes(payload));

        // An SVG that is attached to a cell is in Base64, like the other types.
        byte[] bytes = new byte[payload.Length];
        return Convert.TryFromBase64String(payload, bytes, out int length) && length > 0
            ? $"data:{type};base64,{Convert.ToBase64String(bytes.AsSpan(0, length))}"
            : null;
    }
}
