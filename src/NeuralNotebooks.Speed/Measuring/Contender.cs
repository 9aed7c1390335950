using System.Diagnostics;
using System.Numerics;

namespace NeuralNotebooks.Speed;

/// <summary>A participant in a <see cref="Race"/>.</summary>
/// <param name="Name">What it is called in the results.</param>
/// <param name="Seconds">Does the work the given number of times and returns the seconds it took.</param>
public sealed record Contender(string Name, Func<long, double> Seconds)
{
    /// <summary>Work that is timed from outside.</summary>
    public static Contender Of(string name, Action work) => new(name, repetitions =>
    {
        long start = Stopwatch.GetTimestamp();
        for (long i = 0; i < repetitions; i++)
            work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    });

    /// <summary>The loop of <see cref="FmaPeak"/>: what the machine can do at the moment.</summary>
    public static Contender Peak<T>(int threads)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(PeakName, iterations => FmaPeak.Seconds<T>(iterations, threads));

    /// <summary>The name of the loop of multiply-adds.</summary>
    public const string PeakName = "FMA peak";
}
