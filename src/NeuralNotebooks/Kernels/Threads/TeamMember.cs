namespace NeuralNotebooks;

/// <summary>A thread of the <see cref="ThreadTeam"/>. It runs chunks of a round, spins briefly while it waits for the
/// next round, and then sleeps until it is woken.</summary>
internal sealed class TeamMember
{
    private const int SpinsBeforeYielding = 2_000;
    private static readonly TimeSpan _idleTimeBeforeSleep = TimeSpan.FromMilliseconds(1);

    private static int _asleep;

    private readonly int _index;
    private readonly object _sleepLock = new();
    private bool _isAsleep;

    public TeamMember(int index)
    {
        _index = index;
        new Thread(Serve) { IsBackground = true, Name = $"NeuralNotebooks member {index}" }.Start();
    }

    public static bool AnyAsleep => Volatile.Read(ref _asleep) > 0;

    public void Wake()
    {
        if (!Volatile.Read(ref _isAsleep))
            return;
        lock (_sleepLock)
            Monitor.Pulse(_sleepLock);
    }

    private void Serve()
    {
        long last = 0;
        while (true)
        {
            last = WaitForRoundAfter(last);
            ThreadTeam.TakePart(_index, last);
        }
    }

    // Optimized from the first call: it is called rarely and spins for long, so tiered compilation would not replace
    // it.
    [MethodImpl(AggressiveOptimization)]
    private long WaitForRoundAfter(long last)
    {
        long round, start = 0;
        for (int spins = 0; !ThreadTeam.HasOpenRoundAfter(last, out round); spins++)
        {
            if (spins < SpinsBeforeYielding)
            {
                Thread.SpinWait(1);
                continue;
            }
            if (start == 0)
                start = Stopwatch.GetTimestamp();
            if (Stopwatch.GetElapsedTime(start) < _idleTimeBeforeSleep)
                Thread.Yield();
            else
                SleepUntilRoundAfter(last);
        }
        return round;
    }

    private void SleepUntilRoundAfter(long last)
    {
        lock (_sleepLock)
        {
            // The caller opens a round and then checks whether a member is asleep. Here a member marks itself as asleep
            // and then checks whether a round is open. So at least one of them notices the other, and no wake-up is
            // lost.
            _isAsleep = true;
            Interlocked.Increment(ref _asleep);
            while (!ThreadTeam.HasOpenRoundAfter(last, out _))
                Monitor.Wait(_sleepLock);
            Interlocked.Decrement(ref _asleep);
            _isAsleep = false;
        }
    }
}
