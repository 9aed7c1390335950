namespace NeuralNotebooks.Benchmarks;

/// <summary>A measurement of NeuralNotebooks that is not compared with other libraries.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The value.</param>
/// <param name="Unit">The unit of the value; empty for a ratio.</param>
internal sealed record Figure(string Name, double Value, string Unit)
{
    public override string ToString() => $"{Name}: {Comparison.Number(Value)} {Unit}".TrimEnd();
}
