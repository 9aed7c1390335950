namespace NeuralNotebooks.Jupyter;

/// <summary>A cell that the kernel has run.</summary>
/// <param name="Line">Its execution count.</param>
/// <param name="Input">Its source.</param>
/// <param name="Output">Its value as plain text; null if there is none.</param>
internal sealed record HistoryEntry(int Line, string Input, string? Output);
