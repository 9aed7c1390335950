namespace NeuralNotebooks.Benchmarks;

/// <summary>There is nothing to compare with, or the comparison would be unfair.</summary>
internal sealed class ComparisonRefusedException(string message) : Exception(message);
