namespace NeuralNotebooks.Benchmarks;

/// <summary>A number of ours that no competitor has.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what.</param>
internal sealed record Figure(string Name, double Value, string Unit)
{
    public override string ToString() => $"{Name}: {Comparison.Number(Value)} {Unit}".TrimEnd();
}
