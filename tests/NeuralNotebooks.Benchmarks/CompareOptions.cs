namespace NeuralNotebooks.Benchmarks;

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
