namespace NeuralNotebooks.Speed;

/// <summary>The times of one contender: seconds for doing the work once, one for each slice.</summary>
/// <remarks>
/// A disturbance only makes a measurement longer. The best is therefore closest to what the code can do, and the spread
/// between the best and the median shows how disturbed the machine was.
/// </remarks>
public sealed class Timing
{
    private readonly double[] _sorted;

    /// <exception cref="ArgumentException">There are no slices.</exception>
    public Timing(IEnumerable<double> secondsOfSlices)
    {
        _sorted = [.. secondsOfSlices.Order()];
        if (_sorted.Length == 0)
            throw new ArgumentException("A timing needs at least one slice.", nameof(secondsOfSlices));
    }

    /// <summary>How many slices were timed.</summary>
    public int Slices => _sorted.Length;

    /// <summary>The shortest time.</summary>
    public double Best => _sorted[0];

    /// <summary>The median time.</summary>
    public double Median => Quantile(0.5);

    /// <summary>How much longer than the best the median is: 0.05 is five percent.</summary>
    public double Spread => Median / Best - 1;

    /// <summary>The quantile of the slices' times, linearly interpolated.</summary>
    public double Quantile(double part)
    {
        double at = Math.Clamp(part, 0, 1) * (_sorted.Length - 1);
        int below = (int)at;
        int above = Math.Min(below + 1, _sorted.Length - 1);
        return _sorted[below] + (at - below) * (_sorted[above] - _sorted[below]);
    }
}
