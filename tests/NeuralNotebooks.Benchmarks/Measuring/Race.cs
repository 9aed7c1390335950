using System.Runtime.CompilerServices;

namespace NeuralNotebooks.Benchmarks;

/// <summary>Times contenders in turn, in short slices, so that disturbances and changes of the clock rate affect all of
/// them.</summary>
internal sealed record Race
{
    // Tiered compilation starts when nothing new has been called for a tenth of a second.
    private static readonly TimeSpan _compilerDelay = TimeSpan.FromMilliseconds(200);

    /// <summary>How many slices each contender gets.</summary>
    public int Rounds { get; init; } = 15;

    /// <summary>How long a slice is; work that takes longer is done once.</summary>
    public TimeSpan Slice { get; init; } = TimeSpan.FromMilliseconds(4);

    /// <summary>How often the work is done in a slice; null for as often as it fits.</summary>
    public long? Repetitions { get; init; }

    /// <summary>
    /// A pause before each slice. The threads of a library keep spinning for a while after its work: without a
    /// pause they would slow down the next contender.
    /// </summary>
    public TimeSpan Rest { get; init; } = TimeSpan.Zero;

    /// <summary>
    /// How long each contender warms up. Hot code is recompiled in the background (tiered compilation): work that is
    /// measured for the first time in a process needs a few tenths of a second for that.
    /// </summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.Zero;

    /// <summary>Runs the race.</summary>
    /// <returns>The rates, in the order of the contenders.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled between two slices.</exception>
    public IReadOnlyList<Rate> Run(IReadOnlyList<Contender> contenders, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(contenders);
        long[] repetitions = [.. contenders.Select(contender => Prepare(contender, cancellation))];
        List<double>[] seconds = [.. contenders.Select(_ => new List<double>(Rounds))];
        for (int round = 0; round < Rounds; round++)
        {
            for (int turn = 0; turn < contenders.Count; turn++)
            {
                // Rotate the order, so that each contender follows every other.
                int i = (round + turn) % contenders.Count;
                cancellation.ThrowIfCancellationRequested();
                if (Rest > TimeSpan.Zero)
                    Thread.Sleep(Rest);

                // An untimed run first: the caches hold the previous contender's data, and threads must wake up.
                if (repetitions[i] > 1)
                    Seconds(contenders[i], Math.Max(1, repetitions[i] / 8), round);
                seconds[i].Add(Seconds(contenders[i], repetitions[i], round) / repetitions[i]);
            }
        }
        return [.. contenders.Zip(seconds, Rate.Of)];
    }

    /// <summary>Runs a slice at one of four stack offsets.</summary>
    /// <remarks>Where a thread's stack begins is random. Code that spills 512-bit registers takes up to three times as
    /// long if they straddle two cache lines.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Seconds(Contender contender, long repetitions, int round)
    {
        const int Alignment = 16, Places = 4;
        Span<byte> above = stackalloc byte[Alignment * (1 + round % Places)];
        above.Clear(); // Used, so that it is not optimized away.
        return contender.Seconds(repetitions);
    }

    private long Prepare(Contender contender, CancellationToken cancellation)
    {
        long repetitions = Repetitions ?? Calibrate(contender, cancellation);
        if (Repetitions is not null)
            contender.Seconds(repetitions);
        if (WarmUp == TimeSpan.Zero)
            return repetitions;

        WorkFor(WarmUp / 2);
        Thread.Sleep(_compilerDelay);
        WorkFor(WarmUp / 2);
        return Repetitions ?? Calibrate(contender, cancellation);

        void WorkFor(TimeSpan duration)
        {
            for (double total = 0; total < duration.TotalSeconds;)
            {
                cancellation.ThrowIfCancellationRequested();
                double seconds = contender.Seconds(repetitions);
                total += seconds;

                // The work has become faster since it was calibrated.
                if (Repetitions is null && seconds < Slice.TotalSeconds / 4)
                    repetitions = Calibrate(contender, cancellation);
            }
        }
    }

    /// <summary>How often the work fits into a slice. Calibration runs for several slices, and so warms up as
    /// well.</summary>
    private long Calibrate(Contender contender, CancellationToken cancellation)
    {
        const int WarmUpSlices = 5;
        long repetitions = 1;
        contender.Seconds(repetitions);
        for (double total = 0; ;)
        {
            cancellation.ThrowIfCancellationRequested();
            double seconds = contender.Seconds(repetitions);
            total += seconds;
            if (repetitions == 1 && seconds > 2 * Slice.TotalSeconds && contender.Seconds(1) > 2 * Slice.TotalSeconds)
                return repetitions;

            // The first calls run unoptimized code and take much longer, so the number grows step by step.
            if (seconds < Slice.TotalSeconds / 2)
                repetitions = Math.Min(
                    16 * repetitions,
                    (long)Math.Ceiling(repetitions * Slice.TotalSeconds / Math.Max(seconds, 1e-9))
                );
            else if (total >= WarmUpSlices * Slice.TotalSeconds)
                return Math.Max(1, (long)(repetitions * Slice.TotalSeconds / seconds));
        }
    }
}
