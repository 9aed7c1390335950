using System.Diagnostics;
using System.Runtime.Intrinsics.X86;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Benchmarks;

/// <summary>A Python library in its own process, idle between its turns.</summary>
internal sealed class PythonWorker : IDisposable
{
    /// <summary>How long to wait for the last output of a process that has ended.</summary>
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly Task<string> _error;

    /// <summary>Debian's interpreter first: its packages are installed for that one.</summary>
    public static string DefaultInterpreter { get; } = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    private PythonWorker(Process process, string interpreter)
    {
        (_process, _error) = (process, process.StandardError.ReadToEndAsync());
        string? line = process.StandardOutput.ReadLine();
        if (line is null)
            throw new InvalidOperationException(
                LastError() is { Length: > 0 } reason
                    ? $"{interpreter} exited before it was ready ({reason})"
                    : $"{interpreter} exited before it was ready"
            );
        JsonObject hello = Parsed(line)
            ?? throw new InvalidOperationException($"{interpreter} is not Python: it printed '{line}'");
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
    /// <param name="interpreter">The Python to run.</param>
    /// <param name="module">torch, numpy or sklearn.</param>
    /// <param name="threads">The threads for its matrix products.</param>
    /// <exception cref="InvalidOperationException">There is no such library.</exception>
    /// <exception cref="ComparisonRefusedException">It runs on an OpenBLAS that would make the comparison
    /// unfair.</exception>
    public static PythonWorker Start(string interpreter, string module, int threads)
    {
        ProcessStartInfo start = new(
            interpreter,
            ["-B", Path.Combine(AppContext.BaseDirectory, "python", "worker.py"), module]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string? value) in NativeEnvironment.ForOpenBlas(threads, Avx512F.IsSupported))
            start.Environment[name] = value;

        // PyTorch's products run on the threads of OpenBLAS. OpenMP threads beside them, on the same cores, make it two
        // to four times slower: one is its fastest setting.
        start.Environment["OMP_NUM_THREADS"] = "1";

        Process? process = null;
        try
        {
            process = Process.Start(start)!;
            return new(process, interpreter);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException($"{interpreter} does not start ({e.Message})", e);
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
