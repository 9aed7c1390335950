using NeuralNotebooks.Course;

namespace NeuralNotebooks.Benchmarks;

/// <summary>An implementation whose speed is measured in a <see cref="Race"/>.</summary>
/// <param name="Amount">The amount of work of one repetition, in the unit of the results, such as GFLOP.</param>
/// <param name="Seconds">Does the work the given number of times and returns its duration in seconds.</param>
internal sealed record Contender(string Name, double Amount, Func<long, double> Seconds)
{
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
            });

    /// <summary>A contender for the loop of <see cref="FmaPeak"/>, whose rate is the current peak in GFLOP/s.</summary>
    public static Contender Peak<T>(int threads)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(
            PeakName,
            threads * FmaPeak.OperationsPerIteration<T>() / 1e9,
            repetitions => PeakLoop.Seconds<T>(repetitions, threads));

    public const string PeakName = "FMA peak";
}
