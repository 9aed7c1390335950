using System.Text.Json.Serialization;

namespace NeuralNotebooks.Benchmarks;

/// <summary>The results of one case: the rate of NeuralNotebooks ("ours"), and those of other contenders.</summary>
internal sealed record Comparison(
    string Group, string Case, string Detail, string Precision, int Threads, string Unit, IReadOnlyList<Rate> Rates)
{
    public const string OurName = "ours";

    [JsonIgnore]
    public Rate Ours => Rates[0];

    public double? BestOf(string name) => Rates.FirstOrDefault(rate => rate.Name == name)?.Best;

    public double? Ratio(string against) => Ours.Best / BestOf(against);

    /// <summary>The text that <c>--filter</c> is matched with.</summary>
    [JsonIgnore]
    public string Label => Invariant($"{Group} {Case} {Detail} {Precision} {Threads}T");

    public override string ToString()
    {
        IEnumerable<string> others = Rates
            .Skip(1)
            .Select(rate => Invariant($"{rate.Name} {Number(rate.Best)} ×{Ratio(rate.Name):0.00}"));
        return $"{Label}: {Number(Ours.Best)} {Unit}; {string.Join("; ", others)}; "
            + $"spread {string.Join(' ', Rates.Select(rate => Invariant($"{rate.Spread:0%}")))}";
    }

    public static string ThreadsText(int count) => Invariant($"{count} thread{(count == 1 ? "" : "s")}");

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
