using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NeuralNotebooks.Runner;
using NeuralNotebooks.Speed;

namespace NeuralNotebooks.Cli;

/// <summary>The measuring program, in its own process: it loads the library, which the command line must not
/// load.</summary>
internal sealed class SpeedProgram : IDisposable
{
    public const string FileName = "NeuralNotebooks.Speed.dll";

    /// <summary>Ctrl-C in a terminal also reaches the program, and may end it just before this process
    /// notices.</summary>
    private static readonly TimeSpan _interruptDelay = TimeSpan.FromSeconds(0.3);

    private readonly Process _process;
    private readonly Task<string> _error;
    private bool _hasAnswered;

    private SpeedProgram(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <exception cref="IOException">The process could not be started.</exception>
    public static SpeedProgram Start(string program, BenchRequest request, string folder)
    {
        var start = new ProcessStartInfo(
            DotnetInstallation.Program,
            [
                "exec",
                program,
                request.Kind,
                request.Threads?.ToString(CultureInfo.InvariantCulture) ?? "default",
                request.IsQuick ? "quick" : "whole",
                folder,
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            return new(Process.Start(start) ?? throw new IOException("The system started no process."));
        }
        catch (Win32Exception e)
        {
            throw new IOException($"The measuring program did not start: {e.Message}", e);
        }
    }

    /// <summary>Reads the program's output until it ends.</summary>
    /// <exception cref="IOException">It ended without a result.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; the program has been ended.</exception>
    public async Task<SpeedReport> ReadAsync(Action<SpeedLine> progress, CancellationToken cancellation)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancellation) is { } text)
        {
            SpeedLine line =
                JsonSerializer.Deserialize<SpeedLine>(text, SpeedReport.Json)
                ?? throw new JsonException($"'{text}' is not a progress line.");
            if (line.Report is not null)
            {
                _hasAnswered = true;
                return line.Report;
            }
            progress(line);
        }
        await Task.Delay(_interruptDelay, cancellation);
        throw new IOException($"The measurement ended without a result: {(await _error).Trim()}");
    }

    public void Dispose()
    {
        // Give it time to exit after its result; without one it was interrupted, so end it now.
        if (!_hasAnswered || !_process.WaitForExit(TimeSpan.FromSeconds(2)))
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
