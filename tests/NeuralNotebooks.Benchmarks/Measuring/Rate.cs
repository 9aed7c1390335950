using System.Text.Json.Serialization;

namespace NeuralNotebooks.Benchmarks;

/// <summary>The amount of work that a contender does per second.</summary>
/// <remarks>Other programs can only make a slice longer. The best slice is therefore closest to the speed of the code,
/// and the spread between the best and the median shows how much other programs have disturbed the
/// measurement.</remarks>
internal sealed record Rate(string Name, double Best, double Median)
{
    [JsonIgnore]
    public double Spread => Best / Median - 1;

    internal static Rate Of(Contender contender, IEnumerable<double> secondsOfSlices)
    {
        double[] sorted = [.. secondsOfSlices.Order()];
        double median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return new(contender.Name, contender.Amount / sorted[0], contender.Amount / median);
    }
}
