using System.Diagnostics;
using NeuralNotebooks.Tests;

namespace NeuralNotebooks.Benchmarks;

/// <summary>The libraries that run in processes of their own: those of Python, and TorchSharp. They are started when
/// they are first used, each with a fixed number of threads.</summary>
/// <param name="python">The Python that has the libraries.</param>
internal sealed class CompetitorWorkers(string python) : IDisposable
{
    public const string PyTorch = "PyTorch", TorchSharp = "TorchSharp", NumPy = "NumPy", ScikitLearn = "scikit-learn";

    private static readonly Dictionary<string, string> _modules = new()
    {
        [PyTorch] = "torch",
        [NumPy] = "numpy",
        [ScikitLearn] = "sklearn",
    };

    private readonly Dictionary<(string Library, int Threads), CompetitorWorker?> _workers = [];

    /// <summary>The versions of those that were started.</summary>
    public IEnumerable<KeyValuePair<string, string>> Versions => _workers.Values.OfType<CompetitorWorker>()
        .DistinctBy(worker => worker.Name).Select(worker => KeyValuePair.Create(worker.Name, worker.Version));

    /// <summary>Why some are missing.</summary>
    public HashSet<string> Missing { get; } = [];

    /// <summary>The available ones of these libraries.</summary>
    public IEnumerable<CompetitorWorker> Of(int threads, params string[] libraries)
    {
        foreach (string library in libraries)
        {
            if (!_workers.TryGetValue((library, threads), out CompetitorWorker? worker))
            {
                try
                {
                    worker = CompetitorWorker.Start(Program(library, threads), threads);
                }
                catch (InvalidOperationException e)
                {
                    Missing.Add($"{library}: {e.Message}");
                }
                _workers[(library, threads)] = worker;
            }
            if (worker is not null)
                yield return worker;
        }
    }

    /// <summary>The program that has a library; that of TorchSharp is built when it is first needed.</summary>
    internal ProcessStartInfo Program(string library, int threads) =>
        library == TorchSharp
            ? new(
                "dotnet",
                ["run", "--project", Repository.At("tests/NeuralNotebooks.Benchmarks/TorchSharp"), "--", $"{threads}"])
            : new(
                python,
                ["-B", Path.Combine(AppContext.BaseDirectory, "python", "worker.py"), _modules[library]]);

    public void Dispose()
    {
        foreach (CompetitorWorker? worker in _workers.Values)
            worker?.Dispose();
    }
}
