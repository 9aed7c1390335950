using Microsoft.Win32.SafeHandles;

namespace NeuralNotebooks.Runner;

/// <summary>The resources that a process and its descendants use, as reported by the operating system.</summary>
/// <param name="Starved">Total time that their threads have waited for a processor, if the system reports it.</param>
internal readonly record struct ProcessUsage(TimeSpan Cpu, long Memory, int Threads, TimeSpan Starved)
{
    private const int ClockTicksPerSecond = 100; // USER_HZ as Linux exposes it to user space on every architecture.
    private const int NanosecondsPerTick = 100;

    public static ProcessUsage operator +(ProcessUsage one, ProcessUsage other) =>
        new(one.Cpu + other.Cpu, one.Memory + other.Memory, one.Threads + other.Threads, one.Starved + other.Starved);

    public static ProcessUsage Of(Process process, bool countsSharedMemory)
    {
        try
        {
            LinuxProcess root = new(process.Id);
            if (OperatingSystem.IsLinux())
                return root.Descendants.Aggregate(
                    OfOne(root, countsSharedMemory), (usage, one) => usage + OfOne(one, countsSharedMemory));
            process.Refresh();
            return new ProcessUsage(
                process.TotalProcessorTime, process.WorkingSet64, process.Threads.Count, TimeSpan.Zero);
        }
        catch (Exception e) when (e is InvalidOperationException or NotSupportedException)
        {
            return default; // It has ended.
        }
    }

    private static ProcessUsage OfOne(LinuxProcess process, bool countsSharedMemory)
    {
        string[] fields = process.Fields;
        if (fields is [])
            return default; // It has ended.
        // Fields 11 to 14 are its CPU times and those of its children that have ended. Field 17 is the number of
        // threads.
        long ticks = fields[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
        return new ProcessUsage(
            TimeSpan.FromSeconds((double)ticks / ClockTicksPerSecond),
            process.ResidentMemory + (countsSharedMemory ? SharedMemory(process) : 0),
            int.Parse(fields[17], CultureInfo.InvariantCulture),
            TimeSpan.FromTicks(process.Threads.Sum(RunQueueTicks)));
    }

    /// <summary>The total size of the open files that are stored in memory. They count as resident memory only while
    /// they are mapped. Data in sockets and System V shared memory are not included; only a control group limits
    /// them.</summary>
    private static long SharedMemory(LinuxProcess process) => NamedFile.TryRead(
        () => Directory
            .EnumerateFiles(process.Path("fd"))
            .Where(file => new FileInfo(file).LinkTarget is { } target && IsInMemory(target))
            .Sum(file =>
            {
                using SafeFileHandle handle = File.OpenHandle(file, share: FileShare.ReadWrite | FileShare.Delete);
                return RandomAccess.GetLength(handle);
            }),
        otherwise: 0); // It has ended.

    private static bool IsInMemory(string target) =>
        target.StartsWith("/memfd:", StringComparison.Ordinal)
        || target.StartsWith("/dev/shm/", StringComparison.Ordinal);

    /// <summary>The time that a thread has waited for a processor: the second number in its schedstat, which some
    /// kernels do not have.</summary>
    private static long RunQueueTicks(string thread) =>
        long.TryParse(
            LinuxProcess.Read($"{thread}/schedstat").Split(' ').ElementAtOrDefault(1),
            CultureInfo.InvariantCulture,
            out long nanoseconds)
            ? nanoseconds / NanosecondsPerTick : 0;
}
