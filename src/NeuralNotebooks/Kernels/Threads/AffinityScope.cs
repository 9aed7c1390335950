[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace NeuralNotebooks;

/// <summary>Excludes the caller's core from a thread's affinity mask until <see cref="Dispose"/>; on Linux
/// only.</summary>
/// <remarks>Linux often wakes a thread on the core of the thread that wakes it, especially on a virtual machine, where
/// it cannot tell whether an idle core could start immediately. There the woken thread waits until the caller leaves
/// the core, while the caller waits for the result of that thread: a product after a pause took twice as long on
/// virtual machines with two cores of an EPYC (Zen 4 and 5). If there is no other core, or the system does not allow
/// the change, the mask stays as it is.</remarks>
internal readonly partial struct AffinityScope : IDisposable
{
    private readonly int _thread;
    private readonly Cores _before;

    /// <param name="thread">The thread's ID in the operating system, see <see cref="CurrentThreadId"/>; 0 if
    /// unknown.</param>
    public AffinityScope(int thread)
    {
        if (thread == 0 || GetAffinity(thread, Unsafe.SizeOf<Cores>(), out _before) < 0)
            return;
        Cores others = _before;
        int core = GetCore();
        others[core / 64] &= ~(1ul << core);
        if (SetAffinity(thread, Unsafe.SizeOf<Cores>(), in others) == 0)   // An empty set is an error: no change.
            _thread = thread;
    }

    public void Dispose()
    {
        if (_thread != 0)
            _ = SetAffinity(_thread, Unsafe.SizeOf<Cores>(), in _before);
    }

    /// <summary>The calling thread's ID in the operating system; 0 if it is not available.</summary>
    public static int CurrentThreadId()
    {
        try
        {
            return OperatingSystem.IsLinux() && GetCore() >= 0 ? GetThread() : 0;
        }
        catch (TypeLoadException)
        {
            return 0;   // The C library does not have these functions.
        }
    }

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int GetThread();

    [LibraryImport("libc", EntryPoint = "sched_getcpu")]
    private static partial int GetCore();

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    private static partial int GetAffinity(int thread, nint bytes, out Cores cores);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nint bytes, in Cores cores);

    /// <summary>A set of cores: one bit for each of the 1,024 cores that the C library supports. On a machine with more
    /// cores, getting the set fails.</summary>
    [InlineArray(16)]
    private struct Cores
    {
        private ulong _first;
    }
}
