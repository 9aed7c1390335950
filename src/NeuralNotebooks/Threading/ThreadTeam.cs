using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace NeuralNotebooks;

/// <summary>The threads that share a large product or a training step.</summary>
/// <remarks>
/// A step takes tens of microseconds, waking a thread that sleeps takes hundreds. So the members of the team stay awake for a
/// moment after each piece of work: they look for more in a loop, then let others run between looks, and after a millisecond
/// without work they sleep (<see cref="TeamMember"/>). Pieces are claimed one after the other by whoever is free: a member that
/// comes late, because other programs need the cores, delays nobody. The caller works too, and does all of it alone where somebody else has the team.
/// What is computed does not depend on the number of threads.
/// </remarks>
public static class ThreadTeam
{
    /// <summary>The environment variable that sets <see cref="Size"/> at the start: a number of threads, 1 for none but the caller's.</summary>
    public const string SizeVariable = "NN_NUM_THREADS";

    internal const int MostMembers = 256;
    private const int ChunkBits = 16;
    private const int MostChunks = 1 << ChunkBits;
    private const int LooksBeforeYielding = 2_000;

    private static readonly TeamMember[] _members = new TeamMember[MostMembers];
    private static int _size = SizeAtStart(Environment.GetEnvironmentVariable(SizeVariable), Environment.ProcessorCount);
    private static int _hired = 1;
    private static int _taken;

    // What is worked on. It is set before the round is opened, and stays until the round is closed.
    private static IChunkedWork _work = null!;
    private static int _chunks, _invited;
    private static int _done;
    private static ExceptionDispatchInfo? _failure;

    // Upper bits: the number of the round, odd while it is open. Lower bits: the next chunk that nobody has claimed. They
    // change together, so that a member that was late cannot claim a chunk of a round that it does not know.
    private static long _round;

    /// <summary>How many threads work on one product or training step, the caller's among them. At the start: the number of cores.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not 1 … 256.</exception>
    public static int Size
    {
        get => _size;
        set
        {
            if (value is < 1 or > MostMembers)
                throw new ArgumentOutOfRangeException(nameof(value), FormattableString.Invariant($"ThreadTeam.Size cannot be {value}: it is a number of threads from 1 to {MostMembers}."));
            _size = value;
        }
    }

    /// <summary>Does chunks 0 … <paramref name="chunks"/> − 1 of the work (fewer than 65,536), on as many threads as are free, and returns when all are done.</summary>
    /// <remarks>What a chunk throws is thrown here, after the others; the first one, if there are several. Nothing is allocated after the first call.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Run(IChunkedWork work, int chunks)
    {
        Debug.Assert(chunks < MostChunks, "A chunk must fit its bits.");
        if (chunks <= 1 || _size == 1 || Interlocked.Exchange(ref _taken, 1) == 1)
        {
            for (int chunk = 0; chunk < chunks; chunk++)
                work.Do(chunk);
            return;
        }

        ExceptionDispatchInfo? failure;
        try
        {
            if (_hired < _size)
                Hire();
            (_work, _chunks, _invited, _done, _failure) = (work, chunks, _size, 0, null);
            long round = (_round >> ChunkBits) + 1;

            // The first chunk is the caller's: in every step each of two threads gets the same numbers so, which its cache still holds.
            Interlocked.Exchange(ref _round, (round << ChunkBits) + 1);
            if (TeamMember.AnyAsleep)
                WakeMembers();

            Do(0);
            ClaimChunks(round);
            WaitForTheOthers(chunks);
            Interlocked.Exchange(ref _round, (round + 1) << ChunkBits);
            failure = _failure;
            (_work, _failure) = (null!, null);
        }
        finally
        {
            Volatile.Write(ref _taken, 0);
        }
        failure?.Throw();
    }

    /// <summary>Reads the environment variable; what is no number of threads counts as if it were not set.</summary>
    internal static int SizeAtStart(string? variable, int cores) => IsSize(variable, out int size) ? size : Math.Clamp(cores, 1, MostMembers);

    /// <summary>Whether a text is a number of threads.</summary>
    internal static bool IsSize(string? text, out int size) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) && size is >= 1 and <= MostMembers;

    /// <summary>Whether work waits that came after a round; if so, <paramref name="round"/> is the number of its round.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static bool HasOpenRoundAfter(long last, out long round)
    {
        round = Volatile.Read(ref _round) >> ChunkBits;
        return round > last && (round & 1) == 1;
    }

    /// <summary>A member takes part in a round, if it is invited.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void TakePart(int member, long round)
    {
        if (member < _invited)
            ClaimChunks(round);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ClaimChunks(long round)
    {
        while (true)
        {
            long seen = Volatile.Read(ref _round);
            int chunk = (int)(seen & (MostChunks - 1));
            if (seen >> ChunkBits != round || chunk >= _chunks)
                return;
            if (Interlocked.CompareExchange(ref _round, seen + 1, seen) != seen)
                continue;
            Do(chunk);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Do(int chunk)
    {
        try
        {
            _work.Do(chunk);
        }
#pragma warning disable CA1031 // Whatever it is, it belongs to the caller of Run, not to this thread.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
        }
        Interlocked.Increment(ref _done);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WaitForTheOthers(int chunks)
    {
        for (int looks = 0; Volatile.Read(ref _done) < chunks; looks++)
        {
            if (looks < LooksBeforeYielding)
                Thread.SpinWait(1);
            else
                Thread.Yield();
        }
    }

    // A round is open: whoever interrupts the caller here is heard after it.
    private static void WakeMembers()
    {
        try
        {
            for (int index = 1; index < _invited; index++)
                _members[index].Wake();
        }
        catch (ThreadInterruptedException)
        {
            Thread.CurrentThread.Interrupt();
        }
    }

    private static void Hire()
    {
        for (; _hired < _size; _hired++)
            _members[_hired] = new TeamMember(_hired);
    }
}
