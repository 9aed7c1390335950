using System.Text.Json.Serialization;

namespace NeuralNotebooks.Benchmarks;

/// <summary>The results of one case: the rate of NeuralNotebooks ("ours"), and those of other contenders in the same
/// race.</summary>
/// <param name="Group">gemm, train or elementwise.</param>
/// <param name="Case">The name of the case.</param>
/// <param name="Detail">The sizes.</param>
/// <param name="Precision">fp32 or fp64.</param>
/// <param name="Threads">The number of threads that each contender may use.</param>
/// <param name="Unit">The unit of the rates, such as GFLOP/s.</param>
/// <param name="Rates">The rates, with ours first.</param>
internal sealed record Comparison(
    string Group, string Case, string Detail, string Precision, int Threads, string Unit, IReadOnlyList<Rate> Rates)
{
    /// <summary>The name of NeuralNotebooks in the results.</summary>
    public const string OurName = "ours";

    [JsonIgnore]
    public Rate Ours => Rates[0];

    /// <summary>The rate of a contender in its best slice; null if it was not measured.</summary>
    public double? BestOf(string name) => Rates.FirstOrDefault(rate => rate.Name == name)?.Best;

    /// <summary>Our rate divided by that of another contender; null if that was not measured.</summary>
    public double? Ratio(string against) => Ours.Best / BestOf(against);

    /// <summary>The text that <c>--filter</c> is matched with.</summary>
    [JsonIgnore]
    public string Label => Invariant($"{Group} {Case} {Detail} {Precision} {Threads}T");

    /// <summary>All rates, the ratio of ours to each of the others, and the spreads.</summary>
    public override string ToString()
    {
        IEnumerable<string> others = Rates
            .Skip(1)
            .Select(rate => Invariant($"{rate.Name} {Number(rate.Best)} ×{Ratio(rate.Name):0.00}"));
        return $"{Label}: {Number(Ours.Best)} {Unit}; {string.Join("; ", others)}; "
            + $"spread {string.Join(' ', Rates.Select(rate => Invariant($"{rate.Spread:0%}")))}";
    }

    /// <summary>A number of threads as text: "1 thread", "2 threads".</summary>
    public static string ThreadsText(int count) => Invariant($"{count} thread{(count == 1 ? "" : "s")}");

    /// <summary>A number with three to four digits, in thousands (k) or millions (M) if it is large.</summary>
    public static string Number(double value) =>
        value switch
        {
            >= 1e7 => Invariant($"{value / 1e6:0.0}M"),
            >= 1e6 => Invariant($"{value / 1e6:0.00}M"),
            >= 1e4 => Invariant($"{value / 1e3:0.#}k"),
            >= 100 => Invariant($"{value:0.#}"),
            _ => Invariant($"{value:0.##}"),
        };
}
