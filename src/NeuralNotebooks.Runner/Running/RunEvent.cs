namespace NeuralNotebooks.Runner;

/// <summary>A progress event of a run. The events of one notebook come in order; those of different notebooks may come
/// from different threads.</summary>
public abstract record RunEvent(string Path);

public sealed record NotebookStarted(string Path, int CellCount) : RunEvent(Path);

/// <param name="Number">The cell's number among the code cells, from 1.</param>
public sealed record CellStarted(string Path, int Number) : RunEvent(Path);

public sealed record CellFinished(string Path, CellRun Cell) : RunEvent(Path);

public sealed record NotebookFinished(NotebookRun Run) : RunEvent(Run.Path);
