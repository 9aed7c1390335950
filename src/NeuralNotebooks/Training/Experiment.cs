using System.Runtime.ExceptionServices;

namespace NeuralNotebooks;

/// <summary>Repeats and caches experiments. The result of one run depends on its random numbers; several runs with
/// different seeds show by how much.</summary>
public static class Experiment
{
    /// <summary>Returns a function that caches the results of an experiment (memoization): the experiment runs once for
    /// each setting, and further calls with an equal setting return the same result.</summary>
    /// <param name="run">The experiment: computes the result from a setting, such as a record.</param>
    /// <remarks>The function is thread-safe, so it can be used in <see cref="Repeat"/>. If a run throws, nothing is
    /// cached: the next call runs the experiment again.</remarks>
    public static Func<TSetting, TResult> Remember<TSetting, TResult>(Func<TSetting, TResult> run)
        where TSetting : notnull
    {
        ThrowIfNull(run);
        ConcurrentDictionary<TSetting, Lazy<object?>> results = new();
        return setting =>
        {
            Lazy<object?> result = results.GetOrAdd(setting, new Lazy<object?>(() => run(setting)));
            try
            {
                return (TResult)result.Value!;
            }
            catch
            {
                results.TryRemove(new(setting, result)); // A run that failed or was interrupted is not cached.
                throw;
            }
        };
    }

    /// <summary>Runs an experiment with the seeds 1 … <paramref name="runs"/>, several at a time.</summary>
    /// <remarks>The results are in the order of the seeds, so that they do not depend on the number of threads, as long
    /// as each run creates its own network, optimizer and random numbers from its seed. If runs throw, the others still
    /// finish, and then the exception of the smallest seed is rethrown.</remarks>
    /// <param name="runs">The number of runs.</param>
    /// <param name="run">The experiment: computes the result, for example the accuracy on the test set, from a
    /// seed.</param>
    /// <returns>The results, in the order of the seeds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of runs is below 1.</exception>
    public static TResult[] Repeat<TResult>(int runs, Func<int, TResult> run)
    {
        ThrowIfNull(run);
        if (runs < 1)
            throw new ArgumentOutOfRangeException(nameof(runs), runs, "An experiment takes at least one run.");
        var results = new TResult[runs];
        var failures = new ExceptionDispatchInfo?[runs];
        Parallel.For(
            0,
            runs,
            i =>
            {
                try
                {
                    results[i] = run(i + 1);
                }
                catch (Exception exception)
                {
                    failures[i] = ExceptionDispatchInfo.Capture(exception);
                }
            });
        // If several runs failed, always the exception of the smallest seed, so that every execution throws the same
        // one.
        failures.FirstOrDefault(failure => failure is not null)?.Throw();
        return results;
    }
}
