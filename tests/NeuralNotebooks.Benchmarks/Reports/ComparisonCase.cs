namespace NeuralNotebooks.Benchmarks;

/// <summary>A case that can be measured.</summary>
/// <param name="Planned">The comparison without its rates.</param>
/// <param name="Measure">Measures them.</param>
internal sealed record ComparisonCase(Comparison Planned, Func<CancellationToken, IReadOnlyList<Rate>> Measure)
{
    /// <summary>The rates of contenders in a race, each by how much one of its repetitions does.</summary>
    public static IReadOnlyList<Rate> Rates(
        Race race,
        IReadOnlyList<(Contender Contender, double Amount)> contenders,
        CancellationToken cancellation
    ) =>
        [
            .. contenders.Zip(
                race.Run([.. contenders.Select(one => one.Contender)], cancellation),
                (one, timing) =>
                    new Rate(one.Contender.Name, one.Amount / timing.Best, one.Amount / timing.Median)
            ),
        ];
}
