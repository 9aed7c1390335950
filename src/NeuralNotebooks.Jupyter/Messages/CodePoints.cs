namespace NeuralNotebooks.Jupyter;

/// <summary>Converts cursor positions: Jupyter counts Unicode code points, .NET UTF-16 code units.</summary>
internal static class CodePoints
{
    /// <summary>Converts a number of code points to an index into the text. A position outside the text is
    /// clamped.</summary>
    public static int ToIndex(string text, int position) =>
        text.EnumerateRunes().Take(position).Sum(rune => rune.Utf16SequenceLength);

    public static int FromIndex(string text, int index) =>
        text[..Math.Min(index, text.Length)].EnumerateRunes().Count();
}
