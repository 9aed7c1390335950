namespace NeuralNotebooks.Benchmarks;

/// <summary>What is compared, and how often.</summary>
internal sealed record CompareOptions
{
    /// <summary>gemm, train, elementwise, footprint.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Only cases whose label has all words of one of these, or their beginnings.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>How many slices everybody gets.</summary>
    public int Rounds { get; init; } = 15;

    /// <summary>The numbers of threads to compare with.</summary>
    public required IReadOnlyList<int> Threads { get; init; }

    /// <summary>The Python that PyTorch, NumPy and scikit-learn are run by.</summary>
    public string Python { get; init; } = PythonWorker.DefaultInterpreter;

    /// <summary>The file for the results, or null.</summary>
    public string? Output { get; init; }

    /// <summary>Whether a case is asked for: <c>--filter "fp32 128"</c> wants both words, a second filter is another chance.</summary>
    public bool Wants(string label)
    {
        string[] words = label.Split(' ');
        return Filters.Count == 0 || Filters.Any(filter =>
            label.Contains(filter, StringComparison.OrdinalIgnoreCase)
            || filter.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(wanted => words.Any(word => word.StartsWith(wanted, StringComparison.OrdinalIgnoreCase))));
    }
}
