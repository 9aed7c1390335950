namespace NeuralNotebooks;

/// <summary>Interpolated text in the invariant culture, the same in every locale: <c>Invariant($"{x}")</c>.</summary>
internal static class InvariantText
{
    public static string Invariant(Handler text) => text.Finish();

    [InterpolatedStringHandler]
    internal ref struct Handler(int literalLength, int formattedCount)
    {
        private DefaultInterpolatedStringHandler _text = new(
            literalLength, formattedCount, CultureInfo.InvariantCulture);

        public void AppendLiteral(string text) => _text.AppendLiteral(text);

        public void AppendFormatted<T>(T value, string? format = null) => _text.AppendFormatted(value, format);

        public string Finish() => _text.ToStringAndClear();
    }
}
