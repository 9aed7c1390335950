using System.Diagnostics;

namespace NeuralNotebooks.Benchmarks;

/// <summary>A participant in a <see cref="Race"/>.</summary>
/// <param name="Name">What it is called in the results.</param>
/// <param name="Amount">How much the work is, in the unit of the results.</param>
/// <param name="Seconds">Does the work the given number of times and returns the seconds it took.</param>
internal sealed record Contender(string Name, double Amount, Func<long, double> Seconds)
{
    /// <summary>Work that is timed from outside.</summary>
    public static Contender Of(string name, double amount, Action work) =>
        new(
            name,
            amount,
            repetitions =>
            {
                long start = Stopwatch.GetTimestamp();
                for (long i = 0; i < repetitions; i++)
                    work();
                return Stopwatch.GetElapsedTime(start).TotalSeconds;
            }
        );

    /// <summary>The loop of <see cref="FmaPeak"/>: what the machine can do at the moment, in GFLOP.</summary>
    /// <param name="threads">How many threads work.</param>
    public static Contender Peak<T>(int threads)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(
            PeakName,
            threads * FmaPeak.OperationsPerIteration<T>() / 1e9,
            repetitions => FmaPeak.Seconds<T>(repetitions, threads)
        );

    /// <summary>The name of the loop of multiply-adds.</summary>
    public const string PeakName = "FMA peak";
}
