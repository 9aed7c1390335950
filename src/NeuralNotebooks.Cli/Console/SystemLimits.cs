using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace NeuralNotebooks.Cli;

/// <summary>The limits that a shell has set for this process (<c>ulimit</c>), below which the runtime would end it
/// without a word that helps.</summary>
/// <remarks>It runs before anything else and needs the core library only: each further one is a file to be opened, so
/// there are no lists, no queries and no console here.</remarks>
internal static class SystemLimits
{
    /// <summary>With less, not even one notebook runs.</summary>
    private const int MinOpenFiles = 128, MinProcesses = 64, MinFileMegabytes = 32;

    private const long Megabyte = 1024 * 1024;

    /// <summary>Whether the command starts processes, many threads or a server. Others need no more than any
    /// program.</summary>
    public static bool Matter(string[] args) =>
        OperatingSystem.IsLinux() && args is ["run" or "serve" or "assign" or "grade" or "kernel", ..];

    /// <summary>What this process is short of, in a sentence; null if it can run, or if the system does not
    /// say.</summary>
    public static string? Shortage()
    {
        const string limits = "/proc/self/limits";
        try
        {
            return File.Exists(limits) ? Shortage(File.ReadAllLines(limits), Environment.IsPrivilegedProcess) : null;
        }
        catch (IOException)
        {
            return TooFewFiles("Too few");
        }
    }

    /// <param name="lines">The limits as Linux lists them.</param>
    /// <param name="isPrivileged">Whether the number of processes is not limited after all.</param>
    internal static string? Shortage(string[] lines, bool isPrivileged)
    {
        if (Limit(lines, "Max open files") is < MinOpenFiles and var files)
            return TooFewFiles("Only " + files.ToString(CultureInfo.InvariantCulture));
        if (!isPrivileged && Limit(lines, "Max processes") is < MinProcesses and var processes)
            return Invariant($"You may have only {processes} threads and processes here, and nn needs ")
                + Invariant($"{MinProcesses} besides those that run already. Allow more: ulimit -u 4096");
        if (Limit(lines, "Max file size") is < MinFileMegabytes * Megabyte and var size)
            return Invariant($"A file may have only {size / Megabyte} MB here, and nn needs {MinFileMegabytes} MB, ")
                + "even for what it keeps in memory. Allow more: ulimit -f unlimited";
        return null;
    }

    /// <summary>Says on standard error why the program does not start.</summary>
    /// <returns>The exit code.</returns>
    public static int Refuse(string shortage)
    {
        try
        {
            using var error = new FileStream(new SafeFileHandle(2, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            error.Write(Encoding.UTF8.GetBytes(shortage + "\n"));
        }
        catch (IOException)
        {
            // Nobody listens; the exit code says it.
        }
        return ExitCode.CellFailed;
    }

    private static string TooFewFiles(string allowed) =>
        Invariant($"{allowed} files may be open here, and nn needs {MinOpenFiles}. Allow more: ulimit -n 1024");

    /// <summary>The limit in force; very much where there is none.</summary>
    private static long Limit(string[] lines, string field)
    {
        foreach (string line in lines)
            if (line.StartsWith(field, StringComparison.Ordinal))
            {
                string soft = line.Substring(field.Length).TrimStart().Split(' ')[0];
                return long.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out long limit)
                    ? limit
                    : long.MaxValue;
            }
        return long.MaxValue;
    }
}
