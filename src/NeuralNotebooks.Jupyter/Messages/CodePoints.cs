namespace NeuralNotebooks.Jupyter;

/// <summary>Converts cursor positions: Jupyter counts Unicode code points, .NET UTF-16 code units.</summary>
internal static class CodePoints
{
    /// <summary>Code points → index into the text; a position outside the text is clamped to it.</summary>
    public static int ToIndex(string text, int position) =>
        text.EnumerateRunes().Take(position).Sum(rune => rune.Utf16SequenceLength);

    /// <summary>Index into the text → code points.</summary>
    public static int FromIndex(string text, int index) =>
        text[..Math.Min(index, text.Length)].EnumerateRunes().Count();
}
