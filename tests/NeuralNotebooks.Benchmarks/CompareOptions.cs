namespace NeuralNotebooks.Benchmarks;

/// <summary>The options of <c>compare</c>: what is compared, and how often.</summary>
/// <param name="Groups">The groups of cases: gemm, train, elementwise, footprint.</param>
/// <param name="Threads">The numbers of threads to compare with.</param>
/// <param name="Filters">Only cases that match one of these filters: each word of the filter is the beginning of a word
/// of the label.</param>
/// <param name="Rounds">The number of slices for each contender.</param>
/// <param name="Python">The Python that runs PyTorch, NumPy and scikit-learn.</param>
/// <param name="Output">The file for the results.</param>
internal sealed record CompareOptions(
    IReadOnlyList<string> Groups,
    IReadOnlyList<int> Threads,
    IReadOnlyList<string> Filters,
    int Rounds,
    string Python,
    string Output)
{
    /// <summary>Whether a case is selected: <c>--filter "fp32 128"</c> requires both words, several filters are
    /// alternatives.</summary>
    public bool Wants(string label) =>
        Filters.Count == 0
        || Filters.Any(filter =>
            label.Contains(filter, StringComparison.OrdinalIgnoreCase)
            || filter
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .All(wanted =>
                    label.Split(' ').Any(word => word.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)))
        );
}
