namespace NeuralNotebooks.Runner;

public sealed record RunOptions
{
    public int Jobs { get; init; } = System.Environment.ProcessorCount;

    /// <summary>The number of threads that the library's matrix products should use, passed to notebooks in the
    /// environment variable <c>NN_NUM_THREADS</c> unless that is set already; null for an equal share of the
    /// cores.</summary>
    public int? Threads { get; init; }

    public TimeSpan? NotebookTimeout { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan? CellTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The memory limit for a notebook (MB); 0 for no limit. The memory of processes that the notebook starts
    /// is included on Linux only.</summary>
    public int MemoryMegabytes { get; init; } = DefaultMemoryMegabytes;

    public bool KeepGoing { get; init; }

    /// <summary>How many seconds a notebook took in its last run; null if that is unknown. Of several notebooks, those
    /// that take longest begin first.</summary>
    public Func<string, double?> LastSeconds { get; init; } = _ => null;

    /// <summary>Whether to set the environment variable <c>NN_QUICK=1</c>, which tells notebooks to make their
    /// experiments shorter.</summary>
    public bool Quick { get; init; }

    /// <summary>Whether to set the environment variable <c>NN_FULL=1</c>, which tells notebooks to run long experiments
    /// whose results they otherwise only quote.</summary>
    public bool Full { get; init; }

    /// <summary>Whether the notebooks can build projects, whose builds run code.</summary>
    public bool BuildsProjects { get; init; } = true;

    /// <summary>The script that <c>#!import kit.csx</c> imports if a notebook's folder has none; null if there is no
    /// other.</summary>
    public string? KitScript { get; init; }

    /// <summary>Further environment variables of the notebooks' processes, such as their locale.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    internal void SetEnvironment(IDictionary<string, string?> variables)
    {
        foreach ((string name, string value) in Environment)
            variables[name] = value;
        if (Threads is { } threads)
            variables.TryAdd(NotebookHost.ThreadsVariable, threads.ToString(CultureInfo.InvariantCulture));
        RuntimeSettings.Set(variables, MemoryMegabytes);
        // A variable that is null is not passed on.
        variables[NotebookHost.QuickVariable] = Quick ? "1" : null;
        variables[NotebookHost.FullVariable] = Full ? "1" : null;
        variables[WorkerProtocol.NoProjectsVariable] = BuildsProjects ? null : "1";
    }

    public static int DefaultMemoryMegabytes { get; }
        = (int)Math.Min(4096, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024 * 1024) * 3 / 4);
}
