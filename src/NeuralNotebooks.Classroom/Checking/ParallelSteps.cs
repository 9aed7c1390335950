namespace NeuralNotebooks.Classroom;

/// <summary>Runs the steps of a check in parallel, and reports how many of the counted ones have ended.</summary>
/// <param name="counted">The number of counted steps.</param>
/// <param name="progress">Receives how many counted steps have ended, and how many there are.</param>
/// <param name="cancellation">Cancels the check.</param>
internal sealed class ParallelSteps(
    int counted, Action<int, int>? progress, CancellationToken cancellation) : IDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

    private int _ended;

    /// <summary>Cancels a running step when the check is cancelled or another step has failed.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>A step that counts.</summary>
    public Func<Task> Counted(Func<Task> step) =>
        async () =>
        {
            await step();
            progress?.Invoke(Interlocked.Increment(ref _ended), counted);
        };

    /// <summary>Runs steps in parallel. The first failure cancels the other steps. Completes only after all steps have
    /// ended, and with them their processes.</summary>
    public Task RunAsync(IEnumerable<Func<Task>> steps) =>
        Parallel.ForEachAsync(
            steps,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = Math.Max(2, Environment.ProcessorCount),
                CancellationToken = cancellation,
            },
            async (step, token) =>
            {
                using CancellationTokenRegistration end = token.Register(_stop.Cancel);
                await step();
            });

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();
}
