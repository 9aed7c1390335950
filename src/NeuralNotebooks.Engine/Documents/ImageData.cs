namespace NeuralNotebooks.Engine;

/// <summary>The images of a notebook, and their <c>data:</c> URLs. Their Base64 text is decoded and encoded again, so
/// that it cannot contain characters that end an HTML attribute.</summary>
internal static class ImageData
{
    public const string Svg = "image/svg+xml";

    private static readonly string[] _types = [Svg, "image/png", "image/jpeg", "image/gif", "image/webp"];

    /// <summary>Type and content of the first image of a bundle that can be shown; null if there is none.</summary>
    public static (string Type, byte[] Content)? Of(MimeBundle bundle)
    {
        foreach (string type in _types)
            if (bundle.Text(type) is { } text && Decoded(type, text) is { Length: > 0 } content)
                return (type, content);
        return null;
    }

    public static string Url(string type, ReadOnlySpan<byte> content) =>
        $"data:{type};base64,{Convert.ToBase64String(content)}";

    private static byte[]? Decoded(string type, string text)
    {
        if (type == Svg && text.Contains('<'))
            return Encoding.UTF8.GetBytes(text);
        // An SVG that is attached to a cell is in Base64, like the other types.
        byte[] bytes = new byte[text.Length / 4 * 3 + 3];
        return Convert.TryFromBase64String(text, bytes, out int length) ? bytes[..length] : null;
    }
}
