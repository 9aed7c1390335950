using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace NeuralNotebooks;

/// <summary>Repeats an experiment with different seeds: one run of a network says little, many show how much is
/// chance.</summary>
public static class Experiment
{
    /// <summary>An experiment that runs once for each setting, and gives its result again whenever it is asked
    /// again.</summary>
    /// <param name="run">Maps a setting, such as a record, to the result.</param>
    /// <remarks>It may be asked by several threads, as <see cref="Repeat"/> does.</remarks>
    public static Func<TSetting, TResult> Remember<TSetting, TResult>(Func<TSetting, TResult> run)
        where TSetting : notnull
    {
        ThrowIfNull(run);
        ConcurrentDictionary<TSetting, Lazy<TResult>> results = new();
        return setting =>
        {
            Lazy<TResult> result = results.GetOrAdd(setting, new Lazy<TResult>(() => run(setting)));
            try
            {
                return result.Value;
            }
            catch
            {
                results.TryRemove(new(setting, result)); // What failed or was stopped runs again.
                throw;
            }
        };
    }

    /// <summary>Runs an experiment with the seeds 1 … <paramref name="runs"/>, several at a time.</summary>
    /// <remarks>
    /// The results are in the order of the seeds, so that they do not depend on the number of threads, as long as each
    /// run creates its own network, optimizer and random numbers from its seed.
    /// </remarks>
    /// <param name="runs">The number of runs.</param>
    /// <param name="run">Maps a seed to the result, for example the accuracy on the test set.</param>
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
            }
        );
        // The same one every time: that of the smallest seed.
        failures.FirstOrDefault(failure => failure is not null)?.Throw();
        return results;
    }
}
