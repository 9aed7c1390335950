namespace NeuralNotebooks.Classroom;

/// <summary>Two numbers in the same place of two values.</summary>
/// <param name="Expected">The number of the reference.</param>
/// <param name="Actual">The number of the student.</param>
/// <param name="IsSingle">Whether the expected number is a <see cref="float"/>.</param>
internal readonly record struct NumberPair(double Expected, double Actual, bool IsSingle)
{
    /// <summary>The pair with another expected number: the product with a factor.</summary>
    public NumberPair WithExpectedTimes(double factor) => this with { Expected = factor * Expected };
}

/// <summary>The allowed difference between two numbers.</summary>
/// <param name="probe">The probe, whose tolerance and floor apply if it sets them.</param>
/// <param name="size">The largest expected number of the whole value, by absolute value; at least 1.</param>
/// <param name="isNaNEqual">Whether NaN equals NaN.</param>
internal sealed class NumberTolerance(Probe? probe, double size, bool isNaNEqual)
{
    private const double Relative = 1e-6, Floor = 1e-12;
    private const double SingleRelative = 1e-4, SingleFloor = 1e-6; // For expected numbers of type float.

    /// <summary>Whether the difference is allowed.</summary>
    /// <param name="pair">The numbers.</param>
    /// <param name="floorFactor">A factor of the absolute tolerance.</param>
    public bool Allows(NumberPair pair, double floorFactor = 1)
    {
        (double expected, double actual, bool isSingle) = pair;
        if (expected == actual || (isNaNEqual && double.IsNaN(expected) && double.IsNaN(actual)))
            return true;
        double relative = probe?.Tolerance ?? (isSingle ? SingleRelative : Relative);
        double floor = probe?.Floor ?? (isSingle ? SingleFloor : Floor) * size;
        double allowed = Math.Max(relative * Math.Abs(expected), floor * floorFactor);
        return double.IsFinite(expected) && double.IsFinite(actual) && Math.Abs(actual - expected) <= allowed;
    }

    /// <summary>Whether the expected number differs from 0 by no more than is allowed.</summary>
    public bool IsZero(NumberPair pair) => Allows(new(0, pair.Expected, pair.IsSingle));
}
