namespace NeuralNotebooks.Benchmarks;

/// <summary>A case that can be measured.</summary>
/// <param name="Planned">The comparison without its rates.</param>
/// <param name="Measure">Measures the rates.</param>
internal sealed record ComparisonCase(Comparison Planned, Func<CancellationToken, RaceResult> Measure);
