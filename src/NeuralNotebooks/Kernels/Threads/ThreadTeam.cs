using System.Runtime.ExceptionServices;

namespace NeuralNotebooks;

/// <summary>The threads that compute large work in parallel, such as a matrix product.</summary>
/// <remarks>A step of training takes tens of microseconds; waking a sleeping thread takes hundreds. So after each piece
/// of work the threads of the team spin briefly while they wait for the next, then yield between spins, and after a
/// millisecond without work they sleep (<see cref="TeamMember"/>). Work is divided into chunks, and each free thread
/// claims the next chunk, so a thread that starts late, because other programs use the cores, does not block the
/// others. The caller's thread computes chunks too; while another caller is using the team, it computes all of them.
/// The results do not depend on the number of threads.</remarks>
public static class ThreadTeam
{
    /// <summary>The name of the environment variable that sets <see cref="Size"/> at startup: the number of threads, at
    /// most the number of cores; 1 means only the caller's thread.</summary>
    public const string SizeVariable = NotebookHost.ThreadsVariable;

    internal const int MaxMembers = 256;
    private const int ChunkBits = 16;
    private const int MaxChunks = 1 << ChunkBits;
    private const int SpinsBeforeYielding = 2_000;

    private static readonly TeamMember[] _members = new TeamMember[MaxMembers];
    private static int _size = InitialSize(
        Environment.GetEnvironmentVariable(SizeVariable), Environment.ProcessorCount, () => Console.Error);
    private static int _started = 1;
    private static int _isInUse;

    // A round is one call of Run on several threads. These fields describe it; they are set before the round is opened,
    // and do not change until it is closed.
    private static Action<int> _work = null!;
    private static int _chunks, _roundSize;
    private static int _done;
    private static ExceptionDispatchInfo? _failure;

    // Upper bits: the number of the round, odd while it is open. Lower bits: the next unclaimed chunk. They change
    // atomically, so that a member which is late for one round cannot claim a chunk of a later round.
    private static long _round;

    /// <summary>The number of threads that compute, including the caller's. Default: the number of cores; in a browser
    /// always 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in 1 … 256.</exception>
    public static int Size
    {
        get => _size;
        set
        {
            if (value is < 1 or > MaxMembers)
                throw new ArgumentOutOfRangeException(
                    nameof(value),
                    Invariant($"ThreadTeam.Size cannot be {value}: it is a number of threads from 1 to {MaxMembers}."));
            _size = Interpreter.IsUsed ? 1 : value;
        }
    }

    /// <summary>Runs chunks 0 … <paramref name="chunks"/> − 1 of the work on all free threads, and returns when all are
    /// done.</summary>
    /// <remarks>The first exception of a chunk is rethrown here; with several threads, after all chunks. Nothing is
    /// allocated after the first call.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">There are 65,536 chunks or more.</exception>
    // Optimized from the first call, as are the methods below: in the first rounds, the other threads wait while this
    // code runs.
    [MethodImpl(AggressiveOptimization)]
    internal static void Run(Action<int> work, int chunks)
    {
        ThrowIfGreaterThanOrEqual(chunks, MaxChunks);
        int size = _size;   // read once: another thread may set it meanwhile
        if (chunks <= 1 || size == 1 || Interlocked.Exchange(ref _isInUse, 1) == 1)
        {
            for (int chunk = 0; chunk < chunks; chunk++)
                work(chunk);
            return;
        }

        ExceptionDispatchInfo? failure;
        try
        {
            for (; _started < size; _started++)
                _members[_started] = new TeamMember(_started);
            (_work, _chunks, _roundSize, _done, _failure) = (work, chunks, size, 0, null);
            long round = (_round >> ChunkBits) + 1;

            // The caller always runs the first chunk. So with two threads, each works on the same part of the data in
            // every step, which is still in the cache of its core.
            Interlocked.Exchange(ref _round, (round << ChunkBits) + 1);
            if (TeamMember.AnyAsleep)
                WakeMembers();

            RunChunk(0);
            ClaimChunks(round);
            WaitForTheOthers(chunks);
            Interlocked.Exchange(ref _round, (round + 1) << ChunkBits);
            failure = _failure;
            (_work, _failure) = (null!, null);
        }
        finally
        {
            Volatile.Write(ref _isInUse, 0);
        }
        failure?.Throw();
    }

    /// <summary>The size that the environment variable sets. An invalid value is ignored; a value above the number of
    /// cores is replaced by that number, and a note is written.</summary>
    internal static int InitialSize(string? variable, int cores, Func<TextWriter> notes)
    {
        cores = Interpreter.IsUsed ? 1 : Math.Clamp(cores, 1, MaxMembers);
        if (!IsSize(variable, out int size))
            return cores;
        if (size > cores)
            notes()
                .WriteLine(
                    Invariant(
                        $"{SizeVariable} is {size}, and there are {cores} cores: {cores} threads are used, "
                            + $"since more would only wait for each other."));
        return Math.Min(size, cores);
    }

    internal static bool IsSize(string? text, out int size) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) && size is >= 1 and <= MaxMembers;

    [MethodImpl(AggressiveOptimization)]
    internal static bool HasOpenRoundAfter(long last, out long round)
    {
        round = Volatile.Read(ref _round) >> ChunkBits;
        return round > last && (round & 1) == 1;
    }

    internal static void TakePart(int member, long round)
    {
        if (member < _roundSize)
            ClaimChunks(round);
    }

    [MethodImpl(AggressiveOptimization)]
    private static void ClaimChunks(long round)
    {
        while (true)
        {
            long seen = Volatile.Read(ref _round);
            int chunk = (int)(seen & (MaxChunks - 1));
            if (seen >> ChunkBits != round || chunk >= _chunks)
                return;
            if (Interlocked.CompareExchange(ref _round, seen + 1, seen) != seen)
                continue;
            RunChunk(chunk);
        }
    }

    [MethodImpl(AggressiveOptimization)]
    private static void RunChunk(int chunk)
    {
        try
        {
            _work(chunk);
        }
#pragma warning disable CA1031 // Run rethrows any exception on the thread of its caller.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
        }
        Interlocked.Increment(ref _done);
    }

    [MethodImpl(AggressiveOptimization)]
    private static void WaitForTheOthers(int chunks)
    {
        for (int spins = 0; Volatile.Read(ref _done) < chunks; spins++)
        {
            if (spins < SpinsBeforeYielding)
                Thread.SpinWait(1);
            else
                Thread.Yield();
        }
    }

    // If Thread.Interrupt interrupts the caller here, the open round must still be completed. So the interrupt is
    // repeated and takes effect when the caller blocks the next time.
    private static void WakeMembers()
    {
        try
        {
            for (int index = 1; index < _roundSize; index++)
                _members[index].Wake();
        }
        catch (ThreadInterruptedException)
        {
            Thread.CurrentThread.Interrupt();
        }
    }
}
