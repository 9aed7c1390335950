using System.Text.Json.Serialization;

namespace NeuralNotebooks.Benchmarks;

/// <summary>How much one contender did in a second.</summary>
/// <param name="Name">Who.</param>
/// <param name="Best">In the best slice.</param>
/// <param name="Median">In the median slice.</param>
internal sealed record Rate(string Name, double Best, double Median)
{
    /// <summary>How far the median stays behind the best: the disturbance of the machine.</summary>
    [JsonIgnore]
    public double Spread => Best / Median - 1;
}

/// <summary>What is to be reached: so many times the rate of another.</summary>
internal sealed record Goal(string Against, double AtLeast);

/// <summary>One case: our rate, that of others in the same run, and the goals.</summary>
/// <param name="Group">gemm, train or elementwise.</param>
/// <param name="Case">What was done.</param>
/// <param name="Detail">The sizes.</param>
/// <param name="Precision">fp32 or fp64.</param>
/// <param name="Threads">How many threads each was given.</param>
/// <param name="Unit">What is counted per second.</param>
/// <param name="Rates">Ours first.</param>
/// <param name="Goals">Those that apply to this case.</param>
internal sealed record Comparison(
    string Group, string Case, string Detail, string Precision, int Threads, string Unit, IReadOnlyList<Rate> Rates, IReadOnlyList<Goal> Goals)
{
    /// <summary>The name of our side.</summary>
    public const string OurName = "ours";

    [JsonIgnore]
    public Rate Ours => Rates[0];

    /// <summary>How many times the rate of another ours is, by the best slices of both; null where the other was not measured.</summary>
    public double? Ratio(string against) => Rates.FirstOrDefault(rate => rate.Name == against) is { } other ? Ours.Best / other.Best : null;

    /// <summary>Whether a goal is met, to the two digits that are shown; null where the other was not measured.</summary>
    public bool? IsMet(Goal goal) => Ratio(goal.Against) is { } ratio ? Math.Round(ratio, 2) >= goal.AtLeast : null;

    /// <summary>What the filter of the command line is matched with.</summary>
    [JsonIgnore]
    public string Label => LabelOf(Group, Case, Detail, Precision, Threads);

    public static string LabelOf(string group, string name, string detail, string precision, int threads) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{group} {name} {detail} {precision} {threads}T");
}
