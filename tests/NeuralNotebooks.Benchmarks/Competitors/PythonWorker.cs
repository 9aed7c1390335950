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

    private PythonWorker(Process process, Task<string> error, string name, string version)
    {
        (_process, _error) = (process, error);
        (Name, Version) = (name, version);
    }

    /// <summary>The library's name, such as PyTorch.</summary>
    public string Name { get; }

    /// <summary>Its version, and the core of OpenBLAS that it runs on.</summary>
    public string Version { get; }

    /// <summary>Debian's interpreter first: its packages are installed for that one.</summary>
    public static string DefaultInterpreter { get; } = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    /// <summary>Starts a worker.</summary>
    /// <param name="interpreter">The Python to run.</param>
    /// <param name="module">torch, numpy or sklearn.</param>
    /// <param name="threads">The threads for its matrix products.</param>
    /// <param name="worker">The worker, or null where there is no such library.</param>
    /// <returns>Why there is none, or the empty string.</returns>
    /// <exception cref="ComparisonRefusedException">It runs on an OpenBLAS that would make the comparison
    /// unfair.</exception>
    public static string TryStart(string interpreter, string module, int threads, out PythonWorker? worker)
    {
        worker = null;
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

        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return $"{interpreter} does not start ({e.Message})";
        }
        Task<string> error = process.StandardError.ReadToEndAsync();
        string? line = process.StandardOutput.ReadLine();
        JsonObject? hello = line is null ? null : Parsed(line);
        string reason = line is null ? LastLine(error) : "";
        string? missing =
            line is null ? $"{interpreter} exited before it was ready{(reason.Length == 0 ? "" : $" ({reason})")}"
            : hello is null ? $"{interpreter} is not Python: it printed '{line}'"
            : (string?)hello["missing"];
        string? core = (string?)hello?["core"];
        string? refusal = core is null ? null : OpenBlasCore.Refusal(core, Avx512F.IsSupported);
        if (hello is null || missing is not null || refusal is not null)
        {
            process.Kill();
            process.Dispose();
            return refusal is null ? missing! : throw new ComparisonRefusedException($"{hello!["name"]}: {refusal}");
        }
        string version = $"{hello["version"]}{(core is null ? "" : $" with OpenBLAS on its core {core}")}";
        worker = new(process, error, (string)hello["name"]!, version);
        return "";
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
                            + $"{LastLine(_error)}"
                    );
            }
        );

    /// <summary>The last line of a Python traceback names the error.</summary>
    private static string LastLine(Task<string> error) =>
        error.Wait(_timeout) ? error.Result.TrimEnd().Split('\n')[^1].Trim() : "";

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
