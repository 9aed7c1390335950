using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace NeuralNotebooks.Runner;

/// <summary>Ends a worker together with everything that its cells have started.</summary>
internal static class ProcessTree
{
    /// <summary>Ends a process and its descendants, including those whose parents are already gone.</summary>
    /// <param name="process">The process.</param>
    /// <param name="mark">Identifies its descendants; null if the system ends them with it.</param>
    public static void End(Process process, string? mark)
    {
        EndProcess(process, wholeTree: mark is not null);
        if (mark is not null)
            EndMarked(mark);
    }

    /// <summary>Ends this process, a worker without a runner, and its descendants.</summary>
    public static void KillDescendants()
    {
        if (Environment.GetEnvironmentVariable(WorkerEnvironment.Mark) is { Length: > 0 } mark)
            EndMarked(mark);
        if (OperatingSystem.IsMacOS())
            EndChildrenByPgrep();
        using Process self = Process.GetCurrentProcess(); // On Windows its job object ends the others.
        self.Kill();
    }

    /// <summary>Ends the processes that have inherited a mark in their environment. (Only Linux lets us see
    /// that.)</summary>
    private static void EndMarked(string mark)
    {
        if (!OperatingSystem.IsLinux())
            return;
        byte[] entry = Encoding.UTF8.GetBytes($"{WorkerEnvironment.Mark}={mark}");
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (
                !int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id)
                || id == Environment.ProcessId
            )
                continue;
            try
            {
                if (File.ReadAllBytes($"{folder}/environ").AsSpan().IndexOf(entry) < 0)
                    continue;
                using var process = Process.GetProcessById(id);
                EndProcess(process, wholeTree: false);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                // It has ended meanwhile, or belongs to another user.
            }
        }
    }

    /// <summary>
    /// Ends processes with their descendants. Those that have ended meanwhile are not there any more.
    /// </summary>
    /// <param name="ids">Their numbers, as <c>pgrep</c> lists them.</param>
    internal static void EndAll(IEnumerable<string> ids)
    {
        foreach (string line in ids)
        {
            try
            {
                using var process = Process.GetProcessById(int.Parse(line, CultureInfo.InvariantCulture));
                EndProcess(process, wholeTree: true);
            }
            catch (Exception e) when (e is ArgumentException or FormatException)
            {
                // It has ended.
            }
        }
    }

    /// <summary>macOS has no /proc: pgrep lists the children, and each is ended with its own descendants.</summary>
    private static void EndChildrenByPgrep()
    {
        try
        {
            string parent = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
            var start = new ProcessStartInfo("pgrep", ["-P", parent]) { RedirectStandardOutput = true };
            using Process pgrep = Process.Start(start)!;
            EndAll(pgrep.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            // No pgrep: this process must end anyway.
        }
    }

    private static void EndProcess(Process process, bool wholeTree)
    {
        try
        {
            process.Kill(wholeTree);
        }
        catch (Exception e)
            when (e is InvalidOperationException or Win32Exception or AggregateException or NotSupportedException)
        {
            // It has already ended.
        }
    }
}
