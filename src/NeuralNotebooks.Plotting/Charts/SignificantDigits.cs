namespace NeuralNotebooks.Plotting;

/// <summary>Rounding to a number of significant digits.</summary>
internal static class SignificantDigits
{
    public static double Round(double value, int digits) => value == 0 ? 0
        : Math.Round(value, Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 15));
}
