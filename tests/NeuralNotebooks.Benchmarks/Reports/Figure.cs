namespace NeuralNotebooks.Benchmarks;

/// <summary>A measurement of NeuralNotebooks that is not compared with other libraries.</summary>
internal sealed record Figure(string Name, double Value, string Unit)
{
    public override string ToString() => $"{Name}: {Comparison.Number(Value)} {Unit}".TrimEnd();
}
