using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace NeuralNotebooks.Runner;

/// <summary>Runs other programs for a short output, such as their version.</summary>
public static class InstalledProgram
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(5), _grace = TimeSpan.FromSeconds(2);

    /// <summary>Runs a program and returns its exit code and standard output; null if it cannot be started or takes too
    /// long.</summary>
    public static (int ExitCode, string Output)? Ask(string program, string[] arguments, TimeSpan? limit = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            using Process process = Process.Start(start)!;
            var lines = new ConcurrentQueue<string>();
            var end = new TaskCompletionSource();
            process.OutputDataReceived += (_, line) =>
            {
                if (line.Data is { } text)
                    lines.Enqueue(text);
                else
                    end.TrySetResult();
            };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (!process.WaitForExit(limit ?? _limit))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }
            end.Task.Wait(_grace); // A child process may keep the output open.
            return (process.ExitCode, string.Join('\n', lines));
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            return null;
        }
    }
}
