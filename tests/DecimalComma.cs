namespace NeuralNotebooks.Tests;

/// <summary>A locale with a decimal comma for the code of a test. It does not need ICU's data, which slim containers do
/// not have.</summary>
internal static class DecimalComma
{
    private static readonly CultureInfo _culture = Culture();

    public static IDisposable Begin()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = _culture;
        Assert.Equal("-1.234,5", (-1234.5).ToString("N1", CultureInfo.CurrentCulture));
        return new Ending(before);
    }

    private static CultureInfo Culture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        NumberFormatInfo format = culture.NumberFormat;
        (format.NumberDecimalSeparator, format.NumberGroupSeparator) = (",", ".");
        (format.PercentDecimalSeparator, format.PercentGroupSeparator) = (",", ".");
        return culture;
    }

    private sealed class Ending(CultureInfo before) : IDisposable
    {
        public void Dispose() => CultureInfo.CurrentCulture = before;
    }
}
