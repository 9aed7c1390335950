using System.Runtime.Intrinsics.X86;

namespace NeuralNotebooks.Benchmarks;

/// <summary>A library in a separate process, which is idle while other contenders are measured. It reads requests and
/// writes answers, each a line of JSON; <c>python/worker.py</c> describes them.</summary>
internal sealed class CompetitorWorker : IDisposable
{
    /// <summary>The maximum time to wait for the last output of a process that has ended.</summary>
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly Task<string> _error;

    /// <summary>The interpreter in /usr/bin if there is one, since Debian installs its Python packages for that
    /// one.</summary>
    public static string DefaultInterpreter { get; } = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    private CompetitorWorker(Process process, string program)
    {
        (_process, _error) = (process, process.StandardError.ReadToEndAsync());
        string? line = process.StandardOutput.ReadLine();
        if (line is null)
            throw new InvalidOperationException(
                LastError() is { Length: > 0 } reason
                    ? $"{program} exited before it was ready ({reason})"
                    : $"{program} exited before it was ready");
        JsonObject hello = Parsed(line)
            ?? throw new InvalidOperationException($"{program} does not answer as a worker: it printed '{line}'");
        if ((string?)hello["missing"] is { } missing)
            throw new InvalidOperationException(missing);
        (Name, Version) = ($"{hello["name"]}", $"{hello["version"]}");
        if ((string?)hello["core"] is { } core)
        {
            if (OpenBlas.ReasonNotToCompare(core, Avx512F.IsSupported) is { } unfair)
                throw new InvalidOperationException(unfair);
            Version += $" with OpenBLAS on its core {core}";
        }
    }

    public string Name { get; }

    public bool HasFailed { get; private set; }

    /// <summary>The library's version and, if it uses OpenBLAS, the core of OpenBLAS.</summary>
    public string Version { get; }

    public static CompetitorWorker Start(ProcessStartInfo start, int threads)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        foreach ((string name, string? value) in NativeEnvironment.ForOpenBlas(threads, Avx512F.IsSupported))
            start.Environment[name] = value;

        // PyTorch's matrix products run on the threads of OpenBLAS. With additional OpenMP threads on the same cores,
        // PyTorch is two to four times slower, so its fastest setting is one OpenMP thread.
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
                            new Dictionary<string, object> { [kind] = arguments, ["repetitions"] = repetitions }));
                    _process.StandardInput.Flush();
                }
                catch (IOException)
                {
                    // The pipe is closed: reading the answer below fails and reports the error.
                }
                if (_process.StandardOutput.ReadLine() is { } line && (double?)Parsed(line)?["seconds"] is { } seconds)
                    return seconds;
                HasFailed = true;
                throw new InvalidOperationException($"its process has ended: {LastError()}");
            }
        );

    /// <summary>The last line of the error output that is not indented: in Python and in .NET, it names the exception,
    /// and the lines of the stack trace are indented.</summary>
    private string LastError() =>
        _error.Wait(_timeout)
            ? _error.Result.Split('\n').LastOrDefault(line => line.Length > 0 && !char.IsWhiteSpace(line[0]), "").Trim()
            : "";

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
        // The worker exits when its input ends.
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The worker has already ended, without reading its last request.
        }
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
            _process.Kill();
        _process.Dispose();
    }
}
