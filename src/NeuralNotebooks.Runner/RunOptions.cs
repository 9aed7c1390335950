namespace NeuralNotebooks.Runner;

/// <summary>How notebooks are run.</summary>
public sealed record RunOptions
{
    /// <summary>How many notebooks run at the same time.</summary>
    public int Jobs { get; init; } = System.Environment.ProcessorCount;

    /// <summary>How many threads a notebook's products are asked to use, by the environment variable
    /// <c>NN_NUM_THREADS</c>, unless that is set already; null for an equal share of the cores.</summary>
    public int? Threads { get; init; }

    /// <summary>How long a notebook may take, or null for no limit.</summary>
    public TimeSpan? NotebookTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a cell may take, or null for no limit.</summary>
    public TimeSpan? CellTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How much memory (MB) a notebook may use, or 0 for no limit. On Linux the processes that it starts count
    /// too; elsewhere they do not.</summary>
    public int MemoryMegabytes { get; init; } = DefaultMemoryMegabytes;

    /// <summary>Whether the cells after a failed one are still run.</summary>
    public bool KeepGoing { get; init; }

    /// <summary>Whether notebooks are asked, by the environment variable <c>NN_QUICK=1</c>, to make their experiments
    /// shorter.</summary>
    public bool Quick { get; init; }

    /// <summary>Whether notebooks are asked, by the environment variable <c>NN_FULL=1</c>, to run experiments that they
    /// otherwise quote.</summary>
    public bool Full { get; init; }

    /// <summary>The script that <c>#!import kit.csx</c> imports if a notebook's folder has none; null if there is no
    /// other.</summary>
    public string? KitScript { get; init; }

    /// <summary>Values, in C#, of the variables in cells with the tag <c>parameters</c>.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Further environment variables of the notebooks' processes, such as the locale that they run
    /// under.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>4 GB, or three quarters of the memory of a machine that has less than that to spare.</summary>
    public static int DefaultMemoryMegabytes { get; }
        = (int)Math.Min(4096, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024 * 1024) * 3 / 4);
}
