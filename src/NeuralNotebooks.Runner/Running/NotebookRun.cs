namespace NeuralNotebooks.Runner;

public enum RunStatus
{
    Passed,

    /// <summary>A cell failed, or ended the process, or used too much memory.</summary>
    Failed,

    TimedOut,

    NotFound,

    /// <summary>The file is not a notebook, or not in a format that can be read.</summary>
    NotANotebook,

    /// <summary>The notebook is not in C#, or has no cells.</summary>
    NotCSharp,

    Cancelled,
}

/// <param name="Cells">One entry per code cell, in order; empty when the file could not be read.</param>
/// <param name="Executed">The notebook with the outputs of this run; null when the file could not be read.</param>
/// <param name="PeakMemory">The peak memory (bytes) of the process, as far as it is known.</param>
public sealed record NotebookRun(
    string Path,
    RunStatus Status,
    TimeSpan Duration,
    IReadOnlyList<CellRun> Cells,
    RunError? Error,
    Notebook? Executed,
    long PeakMemory)
{
    public IReadOnlyList<CellRun> ClaimRuns { get; init; } = [];

    /// <summary>The claims, with the outputs of this run; null if none were read.</summary>
    public Claims? Claims { get; init; }

    public string FileName => System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(Path));

    public int PassedCells => Cells.Count(cell => cell.Status == CellStatus.Passed);

    /// <summary>The number of code cells without the tag <c>skip-execution</c>.</summary>
    public int CellsToRun => Cells.Count(cell => cell.Status != CellStatus.Skipped);
}

public enum CellStatus
{
    /// <summary>It ran to its end, or failed as its tag <c>raises-exception</c> allows.</summary>
    Passed,

    /// <summary>It failed, or ended the process, or used too much memory.</summary>
    Failed,

    TimedOut,

    NotRun,

    /// <summary>It was not run, because it has the tag <c>skip-execution</c>.</summary>
    Skipped,
}

/// <summary>A run of a code cell, or of a claim.</summary>
/// <param name="Number">The number among the code cells, or among the claims that have run, from 1.</param>
public sealed record CellRun(
    int Number, string Id, CellStatus Status, TimeSpan Duration, IReadOnlyList<Output> Outputs, RunError? Error);
