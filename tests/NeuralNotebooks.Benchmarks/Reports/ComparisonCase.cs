namespace NeuralNotebooks.Benchmarks;

/// <summary>A case that can be run.</summary>
internal sealed record ComparisonCase(
    string Group, string Case, string Detail, string Precision, int Threads, Func<CancellationToken, Comparison> Run)
{
    public string Label => Comparison.LabelOf(Group, Case, Detail, Precision, Threads);
}
