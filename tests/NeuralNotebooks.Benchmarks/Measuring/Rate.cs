using System.Text.Json.Serialization;

namespace NeuralNotebooks.Benchmarks;

/// <summary>How much a contender does in a second.</summary>
/// <remarks>
/// A disturbance only makes a slice longer. The best is therefore closest to what the code can do, and the spread
/// between the best and the median shows how disturbed the machine was.
/// </remarks>
/// <param name="Name">The contender.</param>
/// <param name="Best">In the best slice.</param>
/// <param name="Median">In the median slice.</param>
internal sealed record Rate(string Name, double Best, double Median)
{
    /// <summary>How far the median is below the best.</summary>
    [JsonIgnore]
    public double Spread => Best / Median - 1;

    /// <summary>The rate in one or more slices, of which each takes these seconds for doing the work once.</summary>
    internal static Rate Of(Contender contender, IEnumerable<double> secondsOfSlices)
    {
        double[] sorted = [.. secondsOfSlices.Order()];
        double median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return new(contender.Name, contender.Amount / sorted[0], contender.Amount / median);
    }
}
