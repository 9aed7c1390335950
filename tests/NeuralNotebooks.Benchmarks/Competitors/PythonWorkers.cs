namespace NeuralNotebooks.Benchmarks;

/// <summary>The Python libraries, started on first use; their number of threads is fixed at the start.</summary>
internal sealed class PythonWorkers(string interpreter) : IDisposable
{
    public const string PyTorch = "PyTorch", NumPy = "NumPy", ScikitLearn = "scikit-learn";

    private static readonly Dictionary<string, string> _modules = new()
    {
        [PyTorch] = "torch",
        [NumPy] = "numpy",
        [ScikitLearn] = "sklearn",
    };

    private readonly Dictionary<(string Library, int Threads), PythonWorker?> _workers = [];

    /// <summary>The versions of those that were started.</summary>
    public IEnumerable<KeyValuePair<string, string>> Versions => _workers.Values.OfType<PythonWorker>()
        .DistinctBy(worker => worker.Name).Select(worker => KeyValuePair.Create(worker.Name, worker.Version));

    /// <summary>Why some are missing.</summary>
    public HashSet<string> Missing { get; } = [];

    /// <summary>The available ones of these libraries.</summary>
    public IEnumerable<PythonWorker> Of(int threads, params string[] libraries)
    {
        foreach (string library in libraries)
        {
            if (!_workers.TryGetValue((library, threads), out PythonWorker? worker))
            {
                try
                {
                    worker = PythonWorker.Start(interpreter, _modules[library], threads);
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

    public void Dispose()
    {
        foreach (PythonWorker? worker in _workers.Values)
            worker?.Dispose();
    }
}
