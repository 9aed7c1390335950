using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuralNotebooks;

/// <summary>Keeps another thread off the core of the one that asks, from the constructor to <see cref="Dispose"/>. On Linux only; elsewhere nothing happens.</summary>
/// <remarks>
/// The system likes to wake a thread on the core of the one that wakes it, above all on a virtual machine, where it does not know
/// whether a core that is idle could begin at once. There the woken thread would wait for the work that it is to share, and stay
/// as long as the system sees no need to move it. Only the moment of waking is forbidden to it: then it may run anywhere again.
/// Where there is no other core for it, or the system refuses, everything stays as it is.
/// </remarks>
internal readonly partial struct NotOnThisCore : IDisposable
{
    private readonly int _thread;
    private readonly Cores _before;

    /// <param name="thread">The system's number of the thread, see <see cref="NumberOfThisThread"/>; 0 if that is not known.</param>
    public NotOnThisCore(int thread)
    {
        if (thread == 0 || GetAffinity(thread, Cores.Bytes, out _before) < 0)
            return;
        Cores others = _before;
        if (others.Remove(GetCore()) && SetAffinity(thread, Cores.Bytes, in others) == 0)
            _thread = thread;
    }

    public void Dispose()
    {
        if (_thread != 0)
            _ = SetAffinity(_thread, Cores.Bytes, in _before);
    }

    /// <summary>The number under which the system knows the thread that asks; 0 where there is none, or no way to ask.</summary>
    public static int NumberOfThisThread()
    {
        try
        {
            return OperatingSystem.IsLinux() && GetCore() >= 0 ? GetThread() : 0;
        }
        catch (EntryPointNotFoundException)
        {
            return 0;
        }
        catch (DllNotFoundException)
        {
            return 0;
        }
    }

    [LibraryImport("libc", EntryPoint = "gettid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetThread();

    [LibraryImport("libc", EntryPoint = "sched_getcpu")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetCore();

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetAffinity(int thread, nint bytes, out Cores cores);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetAffinity(int thread, nint bytes, in Cores cores);

    /// <summary>A set of cores: one bit for each of as many as the C library knows.</summary>
    [InlineArray(Words)]
    private struct Cores
    {
        public const int Bytes = Words * sizeof(ulong);
        private const int Words = 16, WordBits = 64;

        private ulong _first;

        /// <returns>Whether it was in the set, and not alone.</returns>
        public bool Remove(int core)
        {
            if ((uint)core >= Words * WordBits || (this[core / WordBits] >> core & 1) == 0)
                return false;
            this[core / WordBits] &= ~(1ul << core);
            foreach (ulong word in this)
                if (word != 0)
                    return true;
            return false;
        }
    }
}
