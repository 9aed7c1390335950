using System.Diagnostics;

namespace NeuralNotebooks.Tests;

/// <summary>Runs other programs to their end.</summary>
internal static class Programs
{
    /// <summary>Long: a busy machine is no reason for a test to fail.</summary>
    private static readonly TimeSpan _watchdog = TimeSpan.FromMinutes(5);

    public static (int ExitCode, string Output, string Error) Run(string program, params string[] arguments) =>
        Run(new ProcessStartInfo(program, arguments));

    public static (int ExitCode, string Output, string Error) Run(ProcessStartInfo start, TimeSpan? limit = null)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(),
            error = process.StandardError.ReadToEndAsync();
        // It ends when its pipes do: what it has started may hold them.
        if (process.WaitForExit(limit ?? _watchdog) && Task.WaitAll([output, error], _watchdog))
            return (process.ExitCode, output.Result, error.Result);
        process.Kill(entireProcessTree: true);
        bool isWhole = Task.WaitAll([output, error], _watchdog);
        return (-1, isWhole ? output.Result : "", (isWhole ? error.Result : "") + "\nIt did not finish in time.");
    }
}
