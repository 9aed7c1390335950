using System.Text.Json.Serialization;

namespace NeuralNotebooks.Benchmarks;

/// <summary>A number that is compared with a limit instead of a competitor.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what.</param>
/// <param name="AtLeast">The goal, where more is better.</param>
/// <param name="AtMost">The goal, where less is better.</param>
internal sealed record Figure(string Name, double Value, string Unit, double? AtLeast = null, double? AtMost = null)
{
    [JsonIgnore]
    public bool IsMet =>
        Math.Round(Value, 2) >= (AtLeast ?? double.NegativeInfinity)
        && Math.Round(Value, 2) <= (AtMost ?? double.PositiveInfinity);

    public override string ToString() => $"{Name}: {Comparison.Number(Value)} {Unit}".TrimEnd();
}
