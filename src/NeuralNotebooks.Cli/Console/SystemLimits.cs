using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace NeuralNotebooks.Cli;

/// <summary>Checks the limits of this process (<c>ulimit</c>) at the start. If they are too low, the runtime would end
/// the process without a helpful message.</summary>
/// <remarks>The check runs first and uses only types of the core library, since loading another assembly would open a
/// file. Therefore it does not use LINQ, collections or <c>Console</c>.</remarks>
internal static class SystemLimits
{
    /// <summary>The minimal limits with which one notebook can be run.</summary>
    private const int MinOpenFiles = 128, MinProcesses = 64, MinFileMegabytes = 32;

    private const long Megabyte = 1024 * 1024;

    /// <summary>Whether the command runs notebooks or submissions, or serves a site. Only for these commands the limits
    /// are checked.</summary>
    public static bool AreRelevant(string[] args) =>
        OperatingSystem.IsLinux() && args is ["run" or "serve" or "assign" or "grade" or "kernel", ..];

    /// <summary>A message about a limit that is too low; null if all are sufficient or the system does not list
    /// them.</summary>
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

    /// <param name="lines">The lines of <c>/proc/self/limits</c>.</param>
    /// <param name="isPrivileged">Whether the user has administrator rights, to whom the limit of processes does not
    /// apply.</param>
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

    /// <summary>Writes the message to standard error.</summary>
    /// <returns>The exit code.</returns>
    public static int ReportShortage(string shortage)
    {
        try
        {
            using var error = new FileStream(new SafeFileHandle(2, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            error.Write(Encoding.UTF8.GetBytes(shortage + "\n"));
        }
        catch (IOException)
        {
            // Standard error is closed. The exit code still reports the failure.
        }
        return ExitCode.Failed;
    }

    private static string TooFewFiles(string allowed) =>
        Invariant($"{allowed} files may be open here, and nn needs {MinOpenFiles}. Allow more: ulimit -n 1024");

    /// <summary>The current (soft) limit; <see cref="long.MaxValue"/> if there is none.</summary>
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
