namespace NeuralNotebooks.Site;

/// <summary>How far a guess may be from a number.</summary>
internal sealed record Tolerance(double Limit, string Measure)
{
    /// <summary>The tolerance that a text states, as <c>0.05</c>, <c>20 %</c> or <c>factor 3</c>; null for any other
    /// text.</summary>
    public static Tolerance? In(string text) =>
        text.Replace("%", " % ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["factor", var factor] when NumberIn(factor) is { } limit => new(limit, "factor"),
            [var percent, "%"] when NumberIn(percent) is { } limit => new(limit, "percent"),
            [var difference] when NumberIn(difference) is { } limit => new(limit, "difference"),
            _ => null,
        };

    public static double? NumberIn(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && double.IsFinite(number)
            ? number
            : null;
}
