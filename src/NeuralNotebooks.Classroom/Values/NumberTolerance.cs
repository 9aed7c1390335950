namespace NeuralNotebooks.Classroom;

internal readonly record struct NumberPair(double Expected, double Actual, NumberType Type, double Difference)
{
    public NumberPair(double expected, double actual, NumberType type)
        : this(expected, actual, type, Math.Abs(actual - expected))
    {
    }

    public static NumberPair Of(NumericValue expected, NumericValue actual) =>
        new(
            expected.Rounded, actual.Rounded,
            expected switch
            {
                IntegerValue => NumberType.Integer,
                NumberValue { IsSingle: true } => NumberType.Single,
                _ => NumberType.Double,
            },
            Math.Abs(actual.Minus(expected)));

    /// <summary>The pair with another expected number, which is rounded: the product with a factor.</summary>
    public NumberPair WithExpectedTimes(double factor) =>
        new(factor * Expected, Actual, Type == NumberType.Integer ? NumberType.Double : Type);
}

internal enum NumberType
{
    Double,

    Single,

    Integer,
}

/// <param name="size">The largest expected number of the whole value, by absolute value; at least 1.</param>
internal sealed class NumberTolerance(Probe? probe, double size, bool isNaNEqual)
{
    /// <param name="floorFactor">A factor of the absolute tolerance.</param>
    public bool Allows(NumberPair pair, double floorFactor = 1)
    {
        (double expected, double actual, NumberType type, double difference) = pair;
        if ((type != NumberType.Integer && expected == actual)
            || (isNaNEqual && double.IsNaN(expected) && double.IsNaN(actual)))
            return true;
        (double relative, double floor) = type switch
        {
            NumberType.Integer => (0, 0),
            NumberType.Single => (1e-4, 1e-5),
            _ => (1e-6, 1e-9),
        };
        double allowed = (probe?.Tolerance ?? relative) * Math.Abs(expected)
            + (probe?.Floor ?? floor * size) * floorFactor;
        return difference == 0
            || (double.IsFinite(expected) && double.IsFinite(actual) && difference <= allowed);
    }

    public bool IsZero(NumberPair pair) => Allows(new(0, pair.Expected, pair.Type));
}
