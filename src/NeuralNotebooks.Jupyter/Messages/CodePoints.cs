namespace NeuralNotebooks.Jupyter;

/// <summary>Converts cursor positions: Jupyter counts Unicode code points, .NET UTF-16 code units.</summary>
internal static class CodePoints
{
    /// <summary>Code points → index into the text; a position outside the text is clamped to it.</summary>
    public static int ToIndex(string text, int position)
    {
        int index = 0;
        for (int count = 0; count < position && index < text.Length; count++)
            index += char.IsSurrogatePair(text, index) ? 2 : 1;
        return index;
    }

    /// <summary>Index into the text → code points.</summary>
    public static int FromIndex(string text, int index)
    {
        int count = 0;
        for (int i = 0; i < index && i < text.Length; count++)
            i += char.IsSurrogatePair(text, i) ? 2 : 1;
        return count;
    }
}
