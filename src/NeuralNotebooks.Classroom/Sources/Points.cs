using System.Numerics;

namespace NeuralNotebooks.Classroom;

/// <summary>An exact number of points: a fraction in lowest terms, so that three equal shares of 4 points add up to 4
/// points.</summary>
public readonly record struct Points : IComparable<Points>
{
    private readonly BigInteger _denominatorLess1; // The default value of the struct is then 0 / 1.

    /// <param name="numerator">The numerator.</param>
    /// <param name="denominator">The denominator, not 0.</param>
    public Points(BigInteger numerator, BigInteger denominator)
    {
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (Numerator, _denominatorLess1) = (numerator / divisor, denominator / divisor - 1);
    }

    /// <summary>The numerator, with the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The denominator, at least 1.</summary>
    public BigInteger Denominator => _denominatorLess1 + 1;

    /// <summary>The number rounded to four decimals.</summary>
    public decimal Rounded
    {
        get
        {
            BigInteger tenThousandths = BigInteger.Abs(Numerator) * 20_000 / Denominator;
            return (decimal)((tenThousandths + 1) / 2) / 10_000 * Numerator.Sign;
        }
    }

    /// <summary>The points as a fraction of the maximum, rounded to four decimals; 0 if the maximum is 0.</summary>
    public decimal Of(Points max) =>
        max > 0 ? new Points(Numerator * max.Denominator, Denominator * max.Numerator).Rounded : 0;

    /// <summary>The sum of points.</summary>
    public static Points Sum(IEnumerable<Points> points) =>
        points.Aggregate(default(Points), (sum, more) => sum + more);

    /// <summary>Converts a decimal number exactly.</summary>
    public static implicit operator Points(decimal points)
    {
        BigInteger scale = BigInteger.Pow(10, points.Scale);
        return new(new BigInteger(points * (decimal)scale), scale);
    }

    /// <summary>A floating-point approximation, for statistics.</summary>
    public static explicit operator double(Points points) => (double)points.Numerator / (double)points.Denominator;

    /// <summary>The sum.</summary>
    public static Points operator +(Points a, Points b) =>
        new(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    /// <summary>The difference.</summary>
    public static Points operator -(Points a, Points b) =>
        new(a.Numerator * b.Denominator - b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    /// <summary>An equal share.</summary>
    public static Points operator /(Points points, int parts) => new(points.Numerator, points.Denominator * parts);

    /// <summary>Whether <paramref name="a"/> is less.</summary>
    public static bool operator <(Points a, Points b) => a.CompareTo(b) < 0;

    /// <summary>Whether <paramref name="a"/> is more.</summary>
    public static bool operator >(Points a, Points b) => a.CompareTo(b) > 0;

    /// <summary>Whether <paramref name="a"/> is not more.</summary>
    public static bool operator <=(Points a, Points b) => a.CompareTo(b) <= 0;

    /// <summary>Whether <paramref name="a"/> is not less.</summary>
    public static bool operator >=(Points a, Points b) => a.CompareTo(b) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Points other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>Rounded to 4 decimals, without trailing zeros.</summary>
    public override string ToString() => Rounded.ToString("0.####", CultureInfo.InvariantCulture);
}
