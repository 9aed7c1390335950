using System.ComponentModel;

namespace NeuralNotebooks.Runner;

internal static class ProcessTree
{
    /// <summary>The environment variable that marks a process and all processes that it starts, so that they can be
    /// found after it has ended.</summary>
    public const string Mark = "NEURALNOTEBOOKS_WORKER";

    private static readonly TimeSpan _searchTime = TimeSpan.FromSeconds(1);

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
    /// other processes read it.) They are searched for until there are none, since one may start others before it is
    /// ended.</summary>
    public static void EndMarked(string mark)
    {
        byte[] entry = Encoding.UTF8.GetBytes($"{Mark}={mark}");
        long until = Environment.TickCount64 + (long)_searchTime.TotalMilliseconds;
        while (OperatingSystem.IsLinux() && EndFound(entry) && Environment.TickCount64 < until)
            Thread.Sleep(1); // They need a moment to end.
    }

    /// <returns>Whether there was such a process.</returns>
    private static bool EndFound(byte[] entry)
    {
        bool found = false;
        foreach (Process process in Process.GetProcesses())
        {
            string file = new LinuxProcess(process.Id).Path("environ"); // That of another user cannot be read.
            if (process.Id != Environment.ProcessId
                && NamedFile.TryRead(() => File.ReadAllBytes(file), []).AsSpan().IndexOf(entry) >= 0)
            {
                found = true;
                EndProcess(process, wholeTree: false);
            }
            process.Dispose();
        }
        return found;
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
