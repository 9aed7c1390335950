using System.ComponentModel;

namespace NeuralNotebooks.Runner;

/// <summary>Finds other programs, and runs them to their end. Processes that are sent one request after the other are
/// instances of <see cref="SupervisedProcess"/>.</summary>
public static class InstalledProgram
{
    private static readonly TimeSpan _shortLimit = TimeSpan.FromSeconds(5);

    /// <summary>The folders of system programs, which may not be on the search path.</summary>
    private static readonly string[] _systemFolders =
        OperatingSystem.IsWindows() ? [] : ["/usr/bin", "/bin", "/usr/sbin", "/sbin"];

    /// <param name="names">Names of programs or paths of their files, the preferred one first.</param>
    public static string? Find(params IEnumerable<string> names)
    {
        string[] folders =
        [
            .. (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Concat(_systemFolders)
                .Where(Path.IsPathRooted),
        ];
        return names
            .SelectMany(name =>
                Path.IsPathRooted(name) ? [name] : folders.Select(folder => Path.Combine(folder, FileName(name)))
            )
            .FirstOrDefault(File.Exists);
    }

    /// <param name="limit">The time after which it is killed with its child processes; null for no limit.</param>
    public static ProgramResult Run(
        ProcessStartInfo start, string input = "", TimeSpan? limit = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        long begin = Stopwatch.GetTimestamp();
        using Process process = Start(start);
        using CancellationTokenRegistration kill = cancellation.Register(() => ProcessTree.EndProcess(process, true));
        OwnThread.Start("Input of a program", Writing(process.StandardInput, input));
        CollectedText output = new(process.StandardOutput), errors = new(process.StandardError);
        bool hasEnded = process.WaitForExit(limit ?? Timeout.InfiniteTimeSpan);
        if (hasEnded)
            Task.WaitAll([output.End, errors.End], MillisecondsLeft(), cancellation);
        else
            ProcessTree.EndProcess(process, wholeTree: true);
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        return new(hasEnded ? process.ExitCode : null, output.ReadNew(), errors.ReadNew());

        // A child process that goes on may keep the output open.
        int MillisecondsLeft() =>
            limit is { } all
                ? (int)Math.Max(0, (all - Stopwatch.GetElapsedTime(begin)).TotalMilliseconds)
                : Timeout.Infinite;
    }

    /// <summary>Runs a program for a short output, such as its version.</summary>
    public static ProgramResult? Ask(string program, IEnumerable<string> arguments)
    {
        try
        {
            return Run(new(program, arguments), limit: _shortLimit) is { ExitCode: not null } result ? result : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string FileName(string program) =>
        OperatingSystem.IsWindows() && !Path.HasExtension(program) ? program + ".exe" : program;

    private static Process Start(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        try
        {
            return Process.Start(start)!;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            throw new IOException($"{start.FileName} cannot be started: {e.Message}", e);
        }
    }

    private static Action Writing(StreamWriter standardInput, string input) => () =>
    {
        try
        {
            using (standardInput)
                standardInput.Write(input);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The program has ended, or has closed its input.
        }
    };
}

/// <param name="ExitCode">Its exit code; null if it was killed at the time limit.</param>
public sealed record ProgramResult(int? ExitCode, string Output, string Errors);
