namespace NeuralNotebooks.Course;

/// <summary>Numbers from one to another, to draw a curve over: <c>Linspace.Of(-10, 10, 201)</c>.</summary>
public static class Linspace
{
    /// <summary><paramref name="count"/> evenly spaced numbers, both ends included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two.</exception>
    public static double[] Of(double from, double to, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        return Plotting.Intervals.EvenlySpaced(from, to, count);
    }

    /// <summary>Numbers of which each is a constant times the one before, both ends included: 0.001, 0.01,
    /// 0.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two, or an end is not positive.</exception>
    public static double[] Log(double from, double to, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(from);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(to);
        double[] exponents = Of(Log10(from), Log10(to), count);
        return [from, .. exponents[1..^1].Select(exponent => Pow(10, exponent)), to];
    }
}
