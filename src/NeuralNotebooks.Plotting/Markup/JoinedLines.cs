namespace NeuralNotebooks.Plotting;

/// <summary>Joins markup that the source writes over several lines into one line.</summary>
internal static class JoinedLines
{
    /// <summary>The text without the line breaks of the source. Line breaks in interpolated values are kept. Numbers
    /// are written in the invariant culture.</summary>
    /// <remarks>A line break is removed without a replacement: a line that continues with an attribute or a word must
    /// begin with a space.</remarks>
    public static string JoinLines(Handler lines) => lines.Finish();

    [InterpolatedStringHandler]
    internal ref struct Handler(int literalLength, int formattedCount)
    {
        private InvariantText.Handler _text = new(literalLength, formattedCount);

        public void AppendLiteral(string text) => _text.AppendLiteral(text.ReplaceLineEndings(""));

        public void AppendFormatted<T>(T value, string? format = null) => _text.AppendFormatted(value, format);

        public string Finish() => _text.Finish();
    }
}
