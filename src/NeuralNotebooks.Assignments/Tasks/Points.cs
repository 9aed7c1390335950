namespace NeuralNotebooks.Assignments;

/// <remarks>The rule of rounding: an equal share has 28 digits. A sum is rounded to ten decimals, so that three equal
/// shares of 4 points add up to 4 points. Tables such as <c>grades.csv</c> have four decimals, pages have two. A half
/// is rounded away from zero.</remarks>
public readonly record struct Points(decimal Exact) : IComparable<Points>
{
    private const int DecimalsOfSums = 10, DecimalsOfTables = 4, DecimalsOfPages = 2;

    public decimal Rounded => Round(Exact, DecimalsOfTables);

    /// <summary>The number with two decimals at most, such as "2.5" or "4.33".</summary>
    public string ForPage =>
        Round(Exact, DecimalsOfPages).ToString("0.##", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>The points as a fraction of the maximum, rounded for a table; 0 if the maximum is 0.</summary>
    public decimal Of(Points max) => max > 0 ? Round(Exact / max.Exact, DecimalsOfTables) : 0;

    public static Points Sum(IEnumerable<Points> points) =>
        new(Round(points.Aggregate(0m, (sum, more) => sum + more.Exact), DecimalsOfSums));

    public static implicit operator Points(decimal points) => new(points);

    public static Points operator +(Points a, Points b) => Sum([a, b]);

    public static Points operator -(Points a, Points b) => Sum([a, -b.Exact]);

    public static Points operator /(Points points, int parts) => new(points.Exact / parts);

    public static bool operator <(Points a, Points b) => a.Exact < b.Exact;

    public static bool operator >(Points a, Points b) => a.Exact > b.Exact;

    public static bool operator <=(Points a, Points b) => a.Exact <= b.Exact;

    public static bool operator >=(Points a, Points b) => a.Exact >= b.Exact;

    public int CompareTo(Points other) => Exact.CompareTo(other.Exact);

    public override string ToString() => Rounded.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>A rounded number without trailing zeros, which JSON would contain. The division removes them.</summary>
    private static decimal Round(decimal number, int decimals) =>
        Math.Round(number, decimals, MidpointRounding.AwayFromZero) / 1.0000000000000000000000000000m;
}
