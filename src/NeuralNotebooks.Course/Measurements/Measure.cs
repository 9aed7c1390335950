using System.Numerics;

namespace NeuralNotebooks.Course;

/// <summary>Measures how long code takes, for notebooks about speed.</summary>
public static class Measure
{
    /// <summary>The shortest time that is read from the clock, in seconds: work that takes less is repeated, since the
    /// clock has a limited resolution.</summary>
    private const double ShortestReading = 0.002;

    /// <summary>The time in seconds for which each piece of work is measured; longer work is measured twice.</summary>
    private const double TimeForEach = 0.02;

    /// <summary>The time in seconds after which the measurements end, even if the two shortest times differ.</summary>
    private const double MaxTimeForEach = 0.06;

    /// <summary>The ratio up to which the two shortest times of some work agree.</summary>
    private const double Agreement = 1.1;

    /// <summary>The time in seconds from which on the first run counts as one of the two measurements. Compiling the
    /// code and filling the caches takes far less.</summary>
    private const double LongWork = 0.1;

    private const int MinRounds = 2;

    /// <summary>The time of one run of some work, in seconds: the shortest of several measurements. If the work takes
    /// less than a tenth of a second, a run before them is not measured.</summary>
    /// <remarks>Other programs can make a run slower, never faster: so the shortest is the least disturbed. If the two
    /// shortest times differ by more than a tenth, the work is measured for up to three times as long.</remarks>
    public static double Seconds(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Seconds([work])[0];
    }

    /// <summary>The times of several pieces of work that are to be compared, each as by <see cref="Seconds(Action)"/>.
    /// They are measured in turns, so that a time at which the machine is busy affects all of them.</summary>
    /// <returns>The seconds for each piece of work, in the order of the arguments.</returns>
    public static double[] Seconds(params Action[] actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        // The first run of short work does not count: it includes compiling the code and filling the caches.
        double[] shortest =
            [.. actions.Select(FirstSeconds).Select(first => first < LongWork ? double.PositiveInfinity : first)];
        double[] second = [.. actions.Select(_ => double.PositiveInfinity)];
        int rounds = shortest.All(double.IsFinite) ? MinRounds - 1 : MinRounds;
        Stopwatch total = Stopwatch.StartNew();
        for (int round = 0; round < rounds || total.Elapsed.TotalSeconds < actions.Length * NeededForEach(); round++)
        {
            for (int k = 0; k < actions.Length; k++)
            {
                double time = MeanSeconds(actions[k], TimeProvider.System);
                second[k] = Min(second[k], Max(shortest[k], time));
                shortest[k] = Min(shortest[k], time);
            }
        }
        return shortest;

        double NeededForEach() =>
            shortest.Zip(second).All(times => times.Second <= Agreement * times.First)
                ? TimeForEach
                : MaxTimeForEach;
    }

    private static double FirstSeconds(Action work)
    {
        Stopwatch clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalSeconds;
    }

    /// <summary>The mean time of runs that together take at least <see cref="ShortestReading"/>. The clock is read
    /// after 1, 2, 4, 8, … runs: reading it after each would take longer than very short work itself.</summary>
    internal static double MeanSeconds(Action work, TimeProvider clock)
    {
        long runs = 0, next = 1, began = clock.GetTimestamp();
        double seconds;
        do
        {
            for (; runs < next; runs++)
                work();
            next = 2 * runs;
            seconds = clock.GetElapsedTime(began).TotalSeconds;
        }
        while (seconds < ShortestReading);
        return seconds / runs;
    }

    /// <summary>The peak floating-point rate of this machine in operations per second, an upper bound for every matrix
    /// product: the best of 100 measurements of some milliseconds each.</summary>
    /// <remarks>A fused multiply-add, a · b + c, counts as two operations.</remarks>
    /// <typeparam name="T">float or double.</typeparam>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static double PeakRate<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => FmaPeak.Measure<T>();

    /// <summary>The bytes per second that one core reads from a cache or from main memory, when it reads an array again
    /// and again: the best of ten measurements of at least 2 milliseconds each.</summary>
    /// <param name="bytes">The size of the array: a multiple of 512.</param>
    /// <exception cref="ArgumentException">The number of bytes is not a positive multiple of 512.</exception>
    public static double ReadRate(int bytes) => ReadBandwidth.Measure(bytes);
}
