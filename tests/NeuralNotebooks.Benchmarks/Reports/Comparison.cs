using System.Text.Json.Serialization;

namespace NeuralNotebooks.Benchmarks;

/// <summary>One case: our rate, and that of others in the same run.</summary>
/// <param name="Group">gemm, train or elementwise.</param>
/// <param name="Case">What was done.</param>
/// <param name="Detail">The sizes.</param>
/// <param name="Precision">fp32 or fp64.</param>
/// <param name="Threads">How many threads each was given.</param>
/// <param name="Unit">What is counted per second.</param>
/// <param name="Rates">Ours first.</param>
internal sealed record Comparison(
    string Group,
    string Case,
    string Detail,
    string Precision,
    int Threads,
    string Unit,
    IReadOnlyList<Rate> Rates
)
{
    /// <summary>The name of our side.</summary>
    public const string OurName = "ours";

    [JsonIgnore]
    public Rate Ours => Rates[0];

    /// <summary>A rate in its best slice; null if it was not measured.</summary>
    public double? BestOf(string name) => Rates.FirstOrDefault(rate => rate.Name == name)?.Best;

    /// <summary>Our rate divided by another's.</summary>
    public double? Ratio(string against) => Ours.Best / BestOf(against);

    /// <summary>What <c>--filter</c> is matched against.</summary>
    [JsonIgnore]
    public string Label => Invariant($"{Group} {Case} {Detail} {Precision} {Threads}T");

    /// <summary>All rates, ours divided by each other's, and the spreads.</summary>
    public override string ToString()
    {
        IEnumerable<string> others = Rates
            .Skip(1)
            .Select(rate => Invariant($"{rate.Name} {Number(rate.Best)} ×{Ratio(rate.Name):0.00}"));
        return $"{Label}: {Number(Ours.Best)} {Unit}; {string.Join("; ", others)}; "
            + $"spread {string.Join(' ', Rates.Select(rate => Invariant($"{rate.Spread:0%}")))}";
    }

    /// <summary>1 thread, 2 threads.</summary>
    public static string ThreadsText(int count) => Invariant($"{count} thread{(count == 1 ? "" : "s")}");

    /// <summary>Four digits, and k or M where there are more than six before the point.</summary>
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
