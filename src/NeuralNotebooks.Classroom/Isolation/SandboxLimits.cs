namespace NeuralNotebooks.Classroom;

/// <summary>What a judged process may use.</summary>
/// <param name="MemoryMegabytes">Its managed heap; the runtime itself is allowed some more.</param>
/// <param name="Cpu">CPU time after which the system kills it, if the grader is too busy to; null for none.</param>
internal sealed record SandboxLimits(int MemoryMegabytes, TimeSpan? Cpu = null)
{
    /// <summary>Whether the runtime compiles what runs often once more, which takes processor time, too.</summary>
    public bool MayOptimize { get; init; } = true;

    /// <summary>CPU time in addition to a session's: the runtime's startup, and some until the grader looks.</summary>
    public static readonly TimeSpan CpuBesideSession = TimeSpan.FromSeconds(10);

    /// <summary>Memory (MB) in addition to the managed heap.</summary>
    private const int MemoryBesideHeapMegabytes = 512;

    /// <summary>All of its memory.</summary>
    public long MemoryBytes => (MemoryMegabytes + MemoryBesideHeapMegabytes) * 1024L * 1024L;

    /// <summary>Threads of all its processes together.</summary>
    public const int Threads = 256;

    /// <summary>Size of its scratch folder (bytes).</summary>
    public const int Disk = 64 * 1024 * 1024;
}
