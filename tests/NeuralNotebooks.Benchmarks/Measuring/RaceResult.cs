namespace NeuralNotebooks.Benchmarks;

/// <summary>The result of a <see cref="Race"/>.</summary>
/// <param name="Rates">The rates of the contenders that did not fail, in their order.</param>
/// <param name="Failures">The contenders that failed.</param>
internal sealed record RaceResult(IReadOnlyList<Rate> Rates, IReadOnlyList<ContenderFailure> Failures);

/// <summary>A contender that failed in a race.</summary>
/// <param name="Name">The name of the contender.</param>
/// <param name="Reason">The message of its exception.</param>
internal sealed record ContenderFailure(string Name, string Reason);
