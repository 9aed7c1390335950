namespace NeuralNotebooks.Plotting;

/// <summary>An image of 28 × 28 pixels as bytes, its rows from the top: 0 is paper, 255 ink.</summary>
internal static class DigitImage
{
    public const int Pixels = 28 * 28;

    /// <summary>The byte of a pixel full of ink.</summary>
    public const float Ink = 255;

    /// <exception cref="ArgumentException">The column has another shape, or an entry outside of 0 to 1.</exception>
    public static byte[] Bytes(string what, Matrix<float> column)
    {
        if (column.Rows != Pixels || column.Columns != 1)
            throw new ArgumentException($"{what} is {Shape.Of(column)}: an image of a digit is 784×1.");
        float[] ink = column.AsSpan().ToArray();
        int outside = Array.FindIndex(ink, pixel => !(pixel >= 0 && pixel <= 1));
        return outside < 0
            ? [.. ink.Select(pixel => (byte)MathF.Round(Ink * pixel))]
            : throw new ArgumentException(
                $"{what} is {NumberText.Plain(ink[outside])} in row {outside}: a pixel is between 0 and 1.");
    }

    public static Matrix<float> Column(byte[] image) => Matrix.Column<float>([.. image.Select(pixel => pixel / Ink)]);

    /// <summary>The images that a page has sent as JSON; null if the text is something else.</summary>
    public static byte[][]? Parse(string? json)
    {
        try
        {
            byte[][] images = JsonSerializer.Deserialize<byte[][]>(json ?? "[]") ?? [];
            return images.All(image => image?.Length == Pixels) ? images : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
