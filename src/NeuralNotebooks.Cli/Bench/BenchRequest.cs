namespace NeuralNotebooks.Cli;

/// <summary>What to measure.</summary>
/// <param name="Kind">gemm or train.</param>
/// <param name="Threads">The maximum number of threads; null for the library's default.</param>
/// <param name="IsQuick">Whether a rough answer is enough.</param>
/// <param name="AsJson">Whether the results are for a program.</param>
/// <param name="Output">The folder for the page; null for the course's own.</param>
internal sealed record BenchRequest(string Kind, int? Threads, bool IsQuick, bool AsJson, string? Output);
