namespace NeuralNotebooks.Plotting;

/// <summary>Writes small images as GIF data URLs, which every host shows.</summary>
/// <remarks>Graphics Interchange Format, version 87a. Each pixel is an index of seven bits into a palette. LZW is used
/// without compression: every code is the index of a single pixel. A clear code before each 126 pixels keeps the table
/// of codes shorter than 256 entries, so that every code is one byte.</remarks>
internal static class Gif
{
    public const int Colours = 128;

    private const byte IndexBits = 7, Clear = 128, End = 129, MaxPixels = 126;

    // A global palette of 2⁷ colours, each channel of which has eight bits.
    private const byte GlobalPalette = 0xF6;

    /// <param name="pixels">Indices into the palette, row after row from the top.</param>
    public static string DataUrl(int width, byte[] pixels, byte[] palette)
    {
        int height = pixels.Length / width;
        byte[] size = [(byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8)];
        byte[] file =
        [
            .. "GIF87a"u8, .. size, GlobalPalette, 0, 0, .. palette, .. new byte[3 * Colours - palette.Length],
            (byte)',', 0, 0, 0, 0, .. size, 0, IndexBits,
            .. pixels.Chunk(MaxPixels).SelectMany(block => (byte[])[(byte)(block.Length + 1), Clear, .. block]),
            1, End, 0, (byte)';',
        ];
        return "data:image/gif;base64," + Convert.ToBase64String(file);
    }
}
