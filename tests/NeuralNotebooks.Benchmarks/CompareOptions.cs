namespace NeuralNotebooks.Benchmarks;

/// <summary>What is compared, and how often.</summary>
internal sealed record CompareOptions
{
    /// <summary>gemm, train, elementwise, footprint.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Only cases that match one of these: each of its words begins a word of the label.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>The number of slices for each contender.</summary>
    public int Rounds { get; init; } = 15;

    /// <summary>The numbers of threads to compare with.</summary>
    public required IReadOnlyList<int> Threads { get; init; }

    /// <summary>The Python that runs PyTorch, NumPy and scikit-learn.</summary>
    public string Python { get; init; } = PythonWorker.DefaultInterpreter;

    /// <summary>The file for the results, or null.</summary>
    public string? Output { get; init; }

    /// <summary>Whether a case is selected: <c>--filter "fp32 128"</c> requires both words, several filters are
    /// alternatives.</summary>
    public bool Wants(string label)
    {
        string[] words = label.Split(' ');
        return Filters.Count == 0
            || Filters.Any(filter =>
                label.Contains(filter, StringComparison.OrdinalIgnoreCase)
                || filter
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .All(wanted => words.Any(word => word.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)))
            );
    }
}
