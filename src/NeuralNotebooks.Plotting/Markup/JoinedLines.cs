using System.Runtime.CompilerServices;

namespace NeuralNotebooks.Plotting;

/// <summary>Markup that is written over several lines to be read, and joined to one line.</summary>
internal static class JoinedLines
{
    /// <summary>The text without the line breaks of the source; those of its values stay. Numbers are written in the
    /// invariant culture.</summary>
    /// <remarks>Nothing takes the place of a line break: a line that goes on with an attribute or a word begins with a
    /// space.</remarks>
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
