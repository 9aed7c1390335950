namespace NeuralNotebooks.Jupyter;

/// <summary>Jupyter counts the characters before the cursor as Unicode code points, .NET as UTF-16 units.</summary>
internal static class CodePoints
{
    /// <summary>Code points → index into the text; a position outside of it becomes its nearest end.</summary>
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
