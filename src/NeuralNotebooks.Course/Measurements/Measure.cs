using System.Diagnostics;

namespace NeuralNotebooks.Course;

/// <summary>Times work, where the text is about speed.</summary>
public static class Measure
{
    /// <summary>A clock has steps: a run is repeated until it fills many of them.</summary>
    private const double ShortestRun = 0.002;

    /// <summary>The seconds in which short work is tried again and again; long work is tried twice.</summary>
    private const double Long = 0.02;

    /// <summary>The shortest time of several runs, in seconds, after one run without the clock.</summary>
    /// <remarks>Other programs can make a run slower, never faster: so the shortest is the least disturbed.</remarks>
    public static double Seconds(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        work(); // The compiler and the caches warm up.
        double best = double.PositiveInfinity;
        Stopwatch whole = Stopwatch.StartNew();
        for (int run = 0; run < 2 || whole.Elapsed.TotalSeconds < Long; run++)
        {
            int times = 0;
            Stopwatch clock = Stopwatch.StartNew();
            do
            {
                work();
                times++;
            }
            while (clock.Elapsed.TotalSeconds < ShortestRun);
            best = Min(best, clock.Elapsed.TotalSeconds / times);
        }

        return best;
    }

    /// <summary>
    /// The arithmetic intensity of a product of two matrices of <c>float</c>, m × k and k × n: its operations, divided
    /// by the bytes of the three matrices, each moved once.
    /// </summary>
    public static double Intensity(int m, int k, int n) =>
        2.0 * m * k * n / (sizeof(float) * (1.0 * m * k + 1.0 * k * n + 1.0 * m * n));
}
