namespace NeuralNotebooks.Benchmarks;

/// <summary>Thrown if there is no library to compare with, or if the comparison would be unfair.</summary>
internal sealed class CannotCompareException(string message) : Exception(message);
