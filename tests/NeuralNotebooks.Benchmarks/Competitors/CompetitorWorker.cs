using System.Diagnostics;
using System.Runtime.Intrinsics.X86;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Benchmarks;

/// <summary>A library in a process of its own, idle between its turns: it reads requests and writes answers, each a
/// line of JSON, which <c>python/worker.py</c> describes.</summary>
internal sealed class CompetitorWorker : IDisposable
{
    /// <summary>How long to wait for the last output of a process that has ended.</summary>
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly Task<string> _error;

    /// <summary>Debian's interpreter first: its packages are installed for that one.</summary>
    public static string DefaultInterpreter { get; } = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    private CompetitorWorker(Process process, string program)
    {
        (_process, _error) = (process, process.StandardError.ReadToEndAsync());
        string? line = process.StandardOutput.ReadLine();
        if (line is null)
            throw new InvalidOperationException(
                LastError() is { Length: > 0 } reason
                    ? $"{program} exited before it was ready ({reason})"
                    : $"{program} exited before it was ready"
            );
        JsonObject hello = Parsed(line)
            ?? throw new InvalidOperationException($"{program} does not answer as a worker: it printed '{line}'");
        if ((string?)hello["missing"] is { } missing)
            throw new InvalidOperationException(missing);
        (Name, Version) = ($"{hello["name"]}", $"{hello["version"]}");
        if ((string?)hello["core"] is { } core)
        {
            if (OpenBlas.Refusal(core, Avx512F.IsSupported) is { } refusal)
                throw new ComparisonRefusedException($"{Name}: {refusal}");
            Version += $" with OpenBLAS on its core {core}";
        }
    }

    /// <summary>The library's name, such as PyTorch.</summary>
    public string Name { get; }

    /// <summary>Its version, and the core of OpenBLAS that it runs on.</summary>
    public string Version { get; }

    /// <summary>Starts a worker.</summary>
    /// <param name="start">The program and its arguments.</param>
    /// <param name="threads">The threads of OpenBLAS, which computes the matrix products of the Python
    /// libraries.</param>
    /// <exception cref="InvalidOperationException">There is no such library.</exception>
    /// <exception cref="ComparisonRefusedException">It runs on an OpenBLAS that would make the comparison
    /// unfair.</exception>
    public static CompetitorWorker Start(ProcessStartInfo start, int threads)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        foreach ((string name, string? value) in NativeEnvironment.ForOpenBlas(threads, Avx512F.IsSupported))
            start.Environment[name] = value;

        // PyTorch's products run on the threads of OpenBLAS. OpenMP threads beside them, on the same cores, make it two
        // to four times slower: one is its fastest setting.
        start.Environment["OMP_NUM_THREADS"] = "1";

        Process? process = null;
        try
        {
            process = Process.Start(start)!;
            return new(process, start.FileName);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException($"{start.FileName} does not start ({e.Message})", e);
        }
        catch
        {
            process?.Kill();
            process?.Dispose();
            throw;
        }
    }

    /// <summary>The worker as a contender for some work.</summary>
    /// <remarks>The contender throws an <see cref="InvalidOperationException"/> where the worker has ended.</remarks>
    public Contender Contender(string kind, object arguments, double amount = 1) =>
        new(
            Name,
            amount,
            repetitions =>
            {
                try
                {
                    _process.StandardInput.WriteLine(
                        JsonSerializer.Serialize(
                            new Dictionary<string, object> { [kind] = arguments, ["repetitions"] = repetitions }
                        )
                    );
                    _process.StandardInput.Flush();
                }
                catch (IOException)
                {
                    // The pipe is closed, so there will be no answer.
                }
                return
                    _process.StandardOutput.ReadLine() is { } line
                    && (double?)Parsed(line)?["seconds"] is { } seconds
                    ? seconds
                    : throw new InvalidOperationException(
                        $"{Name} has ended in the middle of {kind} {JsonSerializer.Serialize(arguments)}: "
                            + $"{LastError()}"
                    );
            }
        );

    /// <summary>The last line of a Python traceback names the error.</summary>
    private string LastError() =>
        _error.Wait(_timeout) ? _error.Result.TrimEnd().Split('\n')[^1].Trim() : "";

    private static JsonObject? Parsed(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        // It exits at the end of its input.
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has already ended without reading a request.
        }
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
            _process.Kill();
        _process.Dispose();
    }
}
