using System.Diagnostics;
using System.Globalization;

namespace NeuralNotebooks.Classroom;

/// <summary>What a process and its descendants have used, as the system tells it from outside.</summary>
/// <param name="Cpu">CPU time.</param>
/// <param name="Memory">Memory in use (bytes).</param>
/// <param name="Threads">How many threads they have.</param>
/// <param name="Starved">How long their threads have waited for a processor, added up, where the system tells.</param>
internal readonly record struct ProcessUsage(TimeSpan Cpu, long Memory, int Threads, TimeSpan Starved)
{
    private const int ClockTicksPerSecond = 100; // USER_HZ, which Linux gives to programs on every architecture.
    private const int NanosecondsPerTick = 100;

    public static ProcessUsage operator +(ProcessUsage one, ProcessUsage other)
        => new(one.Cpu + other.Cpu, one.Memory + other.Memory, one.Threads + other.Threads, one.Starved + other.Starved);

    public static ProcessUsage Of(Process process)
    {
        try
        {
            if (OperatingSystem.IsLinux())
                return OfTree(process.Id);
            process.Refresh();
            return new ProcessUsage(process.TotalProcessorTime, process.WorkingSet64, process.Threads.Count, TimeSpan.Zero);
        }
        catch (Exception e) when (e is InvalidOperationException or NotSupportedException)
        {
            return default; // It has ended.
        }
    }

    private static ProcessUsage OfTree(int id)
    {
        try
        {
            // After the name in brackets: state, parent …; 11 to 14 are the times of it and of those of its children that have ended, 17 the number of threads, 21 the memory (pages).
            string line = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            string[] fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            long ticks = fields[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
            var usage = new ProcessUsage(
                TimeSpan.FromSeconds((double)ticks / ClockTicksPerSecond), long.Parse(fields[21], CultureInfo.InvariantCulture) * Environment.SystemPageSize,
                int.Parse(fields[17], CultureInfo.InvariantCulture), TimeSpan.Zero);
            foreach (string thread in Directory.EnumerateDirectories(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/task")))
            {
                usage = usage with { Starved = usage.Starved + StarvedOf(thread) };
                foreach (string child in File.ReadAllText($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    usage += OfTree(int.Parse(child, CultureInfo.InvariantCulture));
            }
            return usage;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return default; // It has ended.
        }
    }

    /// <summary>The second number of a thread's schedstat; not every kernel has it.</summary>
    private static TimeSpan StarvedOf(string thread)
    {
        string file = $"{thread}/schedstat";
        return File.Exists(file) && long.TryParse(File.ReadAllText(file).Split(' ').ElementAtOrDefault(1), CultureInfo.InvariantCulture, out long nanoseconds)
            ? TimeSpan.FromTicks(nanoseconds / NanosecondsPerTick)
            : TimeSpan.Zero;
    }
}
