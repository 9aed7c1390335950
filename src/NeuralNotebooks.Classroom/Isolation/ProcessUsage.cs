using Microsoft.Win32.SafeHandles;

namespace NeuralNotebooks.Classroom;

/// <summary>What a process and its descendants have used, as reported by the operating system.</summary>
/// <param name="Cpu">CPU time.</param>
/// <param name="Memory">Memory in use (bytes).</param>
/// <param name="Threads">How many threads they have.</param>
/// <param name="Starved">Total time that their threads have waited for a processor, if the system reports it.</param>
internal readonly record struct ProcessUsage(TimeSpan Cpu, long Memory, int Threads, TimeSpan Starved)
{
    private const int ClockTicksPerSecond = 100; // USER_HZ as Linux exposes it to user space on every architecture.
    private const int NanosecondsPerTick = 100;

    public static ProcessUsage operator +(ProcessUsage one, ProcessUsage other) =>
        new(one.Cpu + other.Cpu, one.Memory + other.Memory, one.Threads + other.Threads, one.Starved + other.Starved);

    public static ProcessUsage Of(Process process)
    {
        try
        {
            if (OperatingSystem.IsLinux())
                return OfTree(new LinuxProcess(process.Id));
            process.Refresh();
            return new ProcessUsage(
                process.TotalProcessorTime,
                process.WorkingSet64,
                process.Threads.Count,
                TimeSpan.Zero
            );
        }
        catch (Exception e) when (e is InvalidOperationException or NotSupportedException)
        {
            return default; // It has ended.
        }
    }

    private static ProcessUsage OfTree(LinuxProcess process)
    {
        string[] fields = process.Fields;
        if (fields is [])
            return default; // It has ended.
        // Fields 11 to 14 are its CPU times and those of its ended children, field 17 is the number of threads.
        long ticks = fields[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
        return process.Children.Aggregate(
            new ProcessUsage(
                TimeSpan.FromSeconds((double)ticks / ClockTicksPerSecond),
                process.ResidentMemory + SharedMemory(process),
                int.Parse(fields[17], CultureInfo.InvariantCulture),
                TimeSpan.FromTicks(process.Threads.Sum(RunQueueTicks))
            ),
            (usage, child) => usage + OfTree(child)
        );
    }

    /// <summary>The size of the files in memory that it has open: what it does not map is not resident. What is sent
    /// through a socket, and System V's segments, only a control group counts.</summary>
    private static long SharedMemory(LinuxProcess process)
    {
        try
        {
            return Directory
                .EnumerateFiles(process.Path("fd"))
                .Where(file => new FileInfo(file).LinkTarget is { } target && IsInMemory(target))
                .Sum(file =>
                {
                    using SafeFileHandle handle = File.OpenHandle(file, share: FileShare.ReadWrite | FileShare.Delete);
                    return RandomAccess.GetLength(handle);
                });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0; // It has ended.
        }
    }

    private static bool IsInMemory(string target) =>
        target.StartsWith("/memfd:", StringComparison.Ordinal)
        || target.StartsWith("/dev/shm/", StringComparison.Ordinal);

    /// <summary>The second number of a thread's schedstat; not every kernel has it.</summary>
    private static long RunQueueTicks(string thread) =>
        long.TryParse(
            LinuxProcess.Read($"{thread}/schedstat").Split(' ').ElementAtOrDefault(1),
            CultureInfo.InvariantCulture,
            out long nanoseconds
        )
            ? nanoseconds / NanosecondsPerTick
            : 0;
}
