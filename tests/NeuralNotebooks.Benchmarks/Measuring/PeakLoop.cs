using NeuralNotebooks.Course;

namespace NeuralNotebooks.Benchmarks;

internal static class PeakLoop
{
    /// <summary>The duration in seconds on the slowest of the threads.</summary>
    public static double Seconds<T>(long iterations, int threads)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] seconds = new double[threads];
        using Barrier start = new(threads);
        Thread[] others =
            [.. Enumerable.Range(1, threads - 1).Select(i => new Thread(() => Work(i)) { IsBackground = true })];
        Array.ForEach(others, thread => thread.Start());
        Work(0);
        Array.ForEach(others, thread => thread.Join());
        return seconds.Max();

        void Work(int thread)
        {
            start.SignalAndWait();
            long began = Stopwatch.GetTimestamp();
            FmaPeak.Run<T>(iterations);
            seconds[thread] = Stopwatch.GetElapsedTime(began).TotalSeconds;
        }
    }
}
