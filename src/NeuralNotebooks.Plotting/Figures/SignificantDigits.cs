namespace NeuralNotebooks.Plotting;

internal static class SignificantDigits
{
    public static double Round(double value, int digits) => value == 0 ? 0
        : Math.Abs(value) < 1e-12 ? Round(value * 1e12, digits) / 1e12 // Math.Round keeps at most 15 places.
        : Math.Round(value, Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 15));
}
