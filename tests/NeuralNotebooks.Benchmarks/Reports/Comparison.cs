using System.Text.Json.Serialization;

namespace NeuralNotebooks.Benchmarks;

/// <summary>One contender's rate, per second.</summary>
/// <param name="Name">The contender.</param>
/// <param name="Best">In the best slice.</param>
/// <param name="Median">In the median slice.</param>
internal sealed record Rate(string Name, double Best, double Median)
{
    /// <summary>How far the median is below the best: how disturbed the machine was.</summary>
    [JsonIgnore]
    public double Spread => Best / Median - 1;
}

/// <summary>A goal: this many times the rate of another.</summary>
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
    string Group,
    string Case,
    string Detail,
    string Precision,
    int Threads,
    string Unit,
    IReadOnlyList<Rate> Rates,
    IReadOnlyList<Goal> Goals
)
{
    /// <summary>The name of our side.</summary>
    public const string OurName = "ours";

    [JsonIgnore]
    public Rate Ours => Rates[0];

    /// <summary>Our rate divided by another's, both from their best slices; null if the other was not
    /// measured.</summary>
    public double? Ratio(string against) =>
        Rates.FirstOrDefault(rate => rate.Name == against) is { } other ? Ours.Best / other.Best : null;

    /// <summary>Whether a goal is met, to the two digits that are shown; null where the other was not
    /// measured.</summary>
    public bool? IsMet(Goal goal) => Ratio(goal.Against) is { } ratio ? Math.Round(ratio, 2) >= goal.AtLeast : null;

    /// <summary>What <c>--filter</c> is matched against.</summary>
    [JsonIgnore]
    public string Label => LabelOf(Group, Case, Detail, Precision, Threads);

    public static string LabelOf(string group, string name, string detail, string precision, int threads) =>
        Invariant($"{group} {name} {detail} {precision} {threads}T");
}
