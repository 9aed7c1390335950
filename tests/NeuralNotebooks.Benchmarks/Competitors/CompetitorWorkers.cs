namespace NeuralNotebooks.Benchmarks;

/// <summary>The workers for the Python libraries. Each is started on first use, one for each number of threads, since a
/// library cannot change it later.</summary>
internal sealed class CompetitorWorkers(string python) : IDisposable
{
    public const string PyTorch = "PyTorch", NumPy = "NumPy", ScikitLearn = "scikit-learn";

    private static readonly Dictionary<string, string> _modules = new()
    {
        [PyTorch] = "torch",
        [NumPy] = "numpy",
        [ScikitLearn] = "sklearn",
    };

    private readonly Dictionary<(string Library, int Threads), CompetitorWorker?> _workers = [];

    public IEnumerable<KeyValuePair<string, string>> Versions => _workers.Values.OfType<CompetitorWorker>()
        .DistinctBy(worker => worker.Name).Select(worker => KeyValuePair.Create(worker.Name, worker.Version));

    public HashSet<string> Missing { get; } = [];

    /// <summary>The workers for those of the libraries that are available. A worker that has failed is started
    /// again.</summary>
    public IEnumerable<CompetitorWorker> Of(int threads, params string[] libraries)
    {
        foreach (string library in libraries)
        {
            bool isKnown = _workers.TryGetValue((library, threads), out CompetitorWorker? worker);
            if (!isKnown || worker is { HasFailed: true })
            {
                worker?.Dispose();
                worker = null;
                try
                {
                    worker = CompetitorWorker.Start(Program(library), threads);
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

    internal ProcessStartInfo Program(string library) =>
        new(python, ["-B", Path.Combine(AppContext.BaseDirectory, "python", "worker.py"), _modules[library]]);

    public void Dispose()
    {
        foreach (CompetitorWorker? worker in _workers.Values)
            worker?.Dispose();
    }
}
