namespace NeuralNotebooks.Benchmarks;

internal sealed record ComparisonCase(Comparison Planned, Func<CancellationToken, RaceResult> Measure);
