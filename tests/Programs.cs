namespace NeuralNotebooks.Tests;

internal static class Programs
{
    /// <summary>The time limit. It is long, so that tests do not fail on a busy machine.</summary>
    private static readonly TimeSpan _watchdog = TimeSpan.FromMinutes(5);

    public static (int ExitCode, string Output, string Error) Run(string program, params string[] arguments) =>
        Run(new ProcessStartInfo(program, arguments));

    public static (int ExitCode, string Output, string Error) Run(ProcessStartInfo start, TimeSpan? limit = null)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        // The program has finished only when its pipes are closed, since child processes may still have them open.
        if (process.WaitForExit(limit ?? _watchdog) && Task.WaitAll([output, error], _watchdog))
            return (process.ExitCode, output.Result, error.Result);
        process.Kill(entireProcessTree: true);
        bool isWhole = Task.WaitAll([output, error], _watchdog);
        return (-1, isWhole ? output.Result : "", (isWhole ? error.Result : "") + "\nIt did not finish in time.");
    }
}
