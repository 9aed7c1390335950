namespace NeuralNotebooks.Jupyter;

/// <summary>A cell that was run.</summary>
/// <param name="Session">Counts the kernels that have run a cell, from 1.</param>
/// <param name="Line">The cell's execution count in it.</param>
/// <param name="Input">The cell's text.</param>
/// <param name="Output">Its value as text; null if it had none.</param>
internal sealed record HistoryEntry(int Session, int Line, string Input, string? Output);
