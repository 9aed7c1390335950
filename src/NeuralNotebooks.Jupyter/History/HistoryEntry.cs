namespace NeuralNotebooks.Jupyter;

/// <summary>An executed cell.</summary>
/// <param name="Session">The number of the kernel session, from 1; sessions without executed cells have no
/// number.</param>
/// <param name="Line">The cell's execution count in that session.</param>
/// <param name="Input">The cell's source.</param>
/// <param name="Output">The cell's value as plain text; null if there is none.</param>
internal sealed record HistoryEntry(int Session, int Line, string Input, string? Output);
