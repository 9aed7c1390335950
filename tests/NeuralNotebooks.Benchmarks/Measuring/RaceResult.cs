namespace NeuralNotebooks.Benchmarks;

internal sealed record RaceResult(IReadOnlyList<Rate> Rates, IReadOnlyList<ContenderFailure> Failures);

internal sealed record ContenderFailure(string Name, string Reason);
