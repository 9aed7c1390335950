namespace NeuralNotebooks.Benchmarks;

/// <summary>Measures several contenders in turn, in short slices of time, so that other programs and changes of the
/// clock frequency affect all of them alike.</summary>
internal sealed record Race
{
    // Tiered compilation starts when nothing new has been called for a tenth of a second.
    private static readonly TimeSpan _compilerDelay = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan _interruptDelay = TimeSpan.FromSeconds(0.3);

    public int Rounds { get; init; } = 15;

    /// <summary>The duration of a slice; work that takes longer is done once.</summary>
    public TimeSpan Slice { get; init; } = TimeSpan.FromMilliseconds(4);

    /// <summary>The number of times that the work is done in a slice; null for as often as it fits.</summary>
    public long? Repetitions { get; init; }

    /// <summary>A pause before each slice. The threads of some libraries spin for a while after their work; without a
    /// pause they would slow down the next contender.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.Zero;

    /// <summary>The duration for which each contender runs before it is measured. .NET recompiles frequently called
    /// code in the background (tiered compilation), which takes a few tenths of a second.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.Zero;

    /// <summary>Measures all contenders. One that fails is left out, and the others are still measured.</summary>
    /// <param name="contenders">The contenders, with our code first: if that fails, its exception is thrown.</param>
    /// <param name="cancellation">Ends the race before the next slice.</param>
    /// <exception cref="OperationCanceledException">The race was cancelled.</exception>
    public RaceResult Run(IReadOnlyList<Contender> contenders, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(contenders);
        List<Entry> entries = [.. contenders.Select(contender => new Entry(contender))];
        List<ContenderFailure> failures = [];
        foreach (Entry entry in entries.ToArray())
            Try(entry, () => entry.Repetitions = Prepare(entry.Contender, cancellation));
        for (int round = 0; round < Rounds; round++)
        {
            // Rotate the order, so that each contender follows every other.
            int first = round % entries.Count;
            foreach (Entry entry in (Entry[])[.. entries[first..], .. entries[..first]])
                Try(entry, () => Measure(entry, round));
        }
        return new([.. entries.Select(entry => Rate.Of(entry.Contender, entry.Seconds))], failures);

        void Try(Entry entry, Action step)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                step();
            }
            catch (Exception e) when (e is not OperationCanceledException && entry != entries[0])
            {
                if (IsCancelled(cancellation))
                    throw new OperationCanceledException(cancellation);
                entries.Remove(entry);
                failures.Add(new(entry.Contender.Name, e.Message));
            }
        }
    }

    /// <summary>Whether a failure is due to an interrupt. Ctrl-C in a terminal also interrupts child processes. One of
    /// them may have ended just before this process receives the interrupt, so wait for it.</summary>
    public static bool IsCancelled(CancellationToken cancellation) => cancellation.WaitHandle.WaitOne(_interruptDelay);

    private void Measure(Entry entry, int round)
    {
        if (Rest > TimeSpan.Zero)
            Thread.Sleep(Rest);

        // First a run that is not measured: the caches contain the previous contender's data, and threads may be
        // asleep.
        if (entry.Repetitions > 1)
            Seconds(entry.Contender, Math.Max(1, entry.Repetitions / 8), round);
        entry.Seconds.Add(Seconds(entry.Contender, entry.Repetitions, round) / entry.Repetitions);
    }

    /// <summary>Runs a slice at one of four stack offsets.</summary>
    /// <remarks>The address of a thread's stack is random. Code that stores 512-bit registers on the stack takes up to
    /// three times as long if each of them crosses two cache lines. So slices run at all four alignments.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Seconds(Contender contender, long repetitions, int round)
    {
        const int Alignment = 16, Places = 4;
        Span<byte> above = stackalloc byte[Alignment * (1 + round % Places)];
        above.Clear(); // Written to, so that the compiler does not remove it.
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

                // The work has become much faster since it was calibrated, for example because it has been recompiled.
                if (Repetitions is null && seconds < Slice.TotalSeconds / 4)
                    repetitions = Calibrate(contender, cancellation);
            }
        }
    }

    /// <summary>The number of times that the work fits into a slice. Calibration takes several slices, so it also warms
    /// up the contender.</summary>
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

            // The first calls run unoptimized code and take much longer, so the number of repetitions is increased step
            // by step.
            if (seconds < Slice.TotalSeconds / 2)
                repetitions = Math.Min(
                    16 * repetitions, (long)Math.Ceiling(repetitions * Slice.TotalSeconds / Math.Max(seconds, 1e-9)));
            else if (total >= WarmUpSlices * Slice.TotalSeconds)
                return Math.Max(1, (long)(repetitions * Slice.TotalSeconds / seconds));
        }
    }

    /// <summary>A contender that has not failed so far, with the seconds of one repetition in each slice.</summary>
    private sealed class Entry(Contender contender)
    {
        public Contender Contender => contender;

        public long Repetitions { get; set; }

        public List<double> Seconds { get; } = [];
    }
}
