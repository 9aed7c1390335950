using System.ComponentModel;

namespace NeuralNotebooks.Runner;

internal static class ProcessTree
{
    /// <summary>The environment variable that marks a process and all processes that it starts, so that they can be
    /// found after it has ended.</summary>
    public const string Mark = "NEURALNOTEBOOKS_WORKER";

    /// <summary>Ends a process and its descendants, including those whose parents have already ended.</summary>
    /// <param name="mark">The value of an environment variable that identifies the descendants; null if the system ends
    /// them automatically.</param>
    public static void End(Process process, string? mark)
    {
        EndProcess(process, wholeTree: mark is not null);
        if (mark is not null)
            EndMarked(mark);
    }

    /// <summary>Ends the processes that have inherited a mark in their environment, except this one. (Only Linux lets
    /// other processes read it.)</summary>
    public static void EndMarked(string mark)
    {
        if (!OperatingSystem.IsLinux())
            return;
        byte[] entry = Encoding.UTF8.GetBytes($"{Mark}={mark}");
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id)
                || id == Environment.ProcessId)
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
                // The process has ended in the meantime, or belongs to another user.
            }
        }
    }

    internal static void EndProcess(Process process, bool wholeTree)
    {
        try
        {
            process.Kill(wholeTree);
        }
        catch (Exception e)
            when (e is InvalidOperationException or Win32Exception or AggregateException or NotSupportedException)
        {
            // It has already ended, or a descendant may not be ended by this user.
        }
    }
}
