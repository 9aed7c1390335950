using System.Runtime.CompilerServices;

namespace NeuralNotebooks.Plotting;

/// <summary>Markup that is written over several lines and drawn without the line breaks:
/// <c>Markup($"""…""")</c>. Its numbers are in the invariant culture.</summary>
internal static class MarkupText
{
    public static string Markup(Handler markup) => markup.Finish();

    [InterpolatedStringHandler]
    internal ref struct Handler(int literalLength, int formattedCount)
    {
        private InvariantText.Handler _text = new(literalLength, formattedCount);

        public void AppendLiteral(string text) => _text.AppendLiteral(text.ReplaceLineEndings(""));

        public void AppendFormatted<T>(T value, string? format = null) => _text.AppendFormatted(value, format);

        public string Finish() => _text.Finish();
    }
}
