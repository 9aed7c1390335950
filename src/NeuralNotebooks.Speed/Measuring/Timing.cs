namespace NeuralNotebooks.Speed;

/// <summary>The times of one contender: seconds for doing the work once.</summary>
/// <remarks>
/// A disturbance only makes a measurement longer. The best is therefore closest to what the code can do, and the spread
/// between the best and the median shows how disturbed the machine was.
/// </remarks>
/// <param name="Best">The shortest time of a slice.</param>
/// <param name="Median">The median time of the slices.</param>
public sealed record Timing(double Best, double Median)
{
    /// <summary>The timing of one or more slices.</summary>
    public static Timing Of(IEnumerable<double> secondsOfSlices)
    {
        double[] sorted = [.. secondsOfSlices.Order()];
        return new(sorted[0], (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2);
    }
}
