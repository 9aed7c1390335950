namespace NeuralNotebooks.Benchmarks;

/// <summary>The workers for the Python libraries. Each is started on first use, one for each number of threads, since a
/// library cannot change it later.</summary>
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

    /// <summary>The names and versions of the libraries that were started.</summary>
    public IEnumerable<KeyValuePair<string, string>> Versions => _workers.Values.OfType<PythonWorker>()
        .DistinctBy(worker => worker.Name).Select(worker => KeyValuePair.Create(worker.Name, worker.Version));

    /// <summary>The libraries that could not be started, each with the reason.</summary>
    public HashSet<string> Missing { get; } = [];

    /// <summary>The workers for those of the libraries that are available.</summary>
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
