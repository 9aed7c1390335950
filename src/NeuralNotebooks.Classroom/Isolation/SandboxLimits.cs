namespace NeuralNotebooks.Classroom;

/// <param name="MemoryMegabytes">The limit of its managed heap. The runtime needs memory in addition.</param>
/// <param name="Cpu">CPU time after which the system kills it, in case a busy grader does not do it in time; null for
/// no such limit.</param>
internal sealed record SandboxLimits(int MemoryMegabytes, TimeSpan? Cpu = null)
{
    /// <summary>Whether the runtime compiles frequently executed methods again with optimizations, which also takes
    /// processor time.</summary>
    public bool MayOptimize { get; init; } = true;

    /// <summary>CPU time in addition to that of a session, for the start of the runtime and until the grader's next
    /// sample.</summary>
    public static readonly TimeSpan CpuBesideSession = TimeSpan.FromSeconds(10);

    private const long MemoryBesideHeapMegabytes = 512;

    public long MemoryBytes => (MemoryMegabytes + MemoryBesideHeapMegabytes) * 1024 * 1024;

    /// <summary>The limit of threads in all of its processes together.</summary>
    public const int Threads = 256;

    public const int Disk = 64 * 1024 * 1024;
}
