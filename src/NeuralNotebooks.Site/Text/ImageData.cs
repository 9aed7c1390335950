namespace NeuralNotebooks.Site;

/// <summary>An image of a notebook as a <c>data:</c> URL. Payloads are decoded and re-encoded, so that they cannot
/// terminate an attribute.</summary>
internal static class ImageData
{
    public const string Svg = "image/svg+xml";

    /// <summary>The image types that browsers show, best first.</summary>
    public static IReadOnlyList<string> Types { get; } = [Svg, "image/png", "image/jpeg", "image/gif", "image/webp"];

    /// <summary>The first image of a bundle that can be shown, or null when there is none.</summary>
    public static string? Of(MimeBundle bundle) =>
        Types.Select(type => Of(bundle, type)).FirstOrDefault(image => image is not null);

    public static string OfSvg(ReadOnlySpan<byte> markup) => $"data:{Svg};base64,{Convert.ToBase64String(markup)}";

    /// <summary>The image of a type, or null when there is none or it is not what its type says.</summary>
    public static string? Of(MimeBundle bundle, string type)
    {
        if (bundle.Text(type) is not { } payload)
            return null;
        if (type == Svg && payload.Contains('<'))
            return OfSvg(Encoding.UTF8.GetBytes(payload));

        // An attached SVG is in Base64, as are all other types.
        byte[] bytes = new byte[payload.Length];
        return Convert.TryFromBase64String(payload, bytes, out int length) && length > 0
            ? $"data:{type};base64,{Convert.ToBase64String(bytes.AsSpan(0, length))}"
            : null;
    }
}
