namespace NeuralNotebooks.Benchmarks;

internal static class FootprintFigures
{
    public const string Group = "footprint";

    private const int Processes = 5;

    public static IEnumerable<Figure> Measure(IReadOnlyList<int> threads, CancellationToken cancellation)
    {
        foreach (int count in threads)
        {
            List<FreshProcess> runs = [];
            for (int i = 0; i < Processes; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                runs.Add(FreshProcess.Measure(count));
            }
            foreach (Figure figure in Of(runs, count))
                yield return figure;
        }
    }

    internal static IEnumerable<Figure> Of(IReadOnlyList<FreshProcess> runs, int threads)
    {
        string where = $"MNIST 784-128-10, {Comparison.ThreadsText(threads)}";

        // The shortest times of all processes are compared, since other programs may have slowed down some of the
        // processes.
        yield return new(
            $"{where}: first epoch in a fresh process, share of the steady rate",
            runs.Min(run => run.SteadyEpoch) / runs.Min(run => run.FirstEpoch),
            "");
        double peak = runs.Max(run => run.PeakMebibytes);
        if (peak > 0)
            yield return new($"{where}: peak memory of loading and one epoch", peak, "MiB");
        yield return new($"{where}: allocated per step", runs.Max(run => run.BytesPerStep), "bytes");
    }
}
