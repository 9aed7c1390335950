namespace NeuralNotebooks.Runner;

/// <summary>How the run of a notebook ended.</summary>
public enum RunStatus
{
    /// <summary>Every cell ran to its end.</summary>
    Passed,

    /// <summary>A cell failed, or ended the process, or used too much memory.</summary>
    Failed,

    /// <summary>A cell or the notebook exceeded its time limit.</summary>
    TimedOut,

    /// <summary>There is no such file, or it cannot be read.</summary>
    NotFound,

    /// <summary>The file is not a notebook, or not in a format that can be read.</summary>
    NotANotebook,

    /// <summary>The notebook is not in C#, or has no cells.</summary>
    NotCSharp,

    /// <summary>The run was cancelled before its end.</summary>
    Cancelled,
}

/// <summary>The run of a notebook.</summary>
/// <param name="Path">The notebook's file, as a full path.</param>
/// <param name="Status">How the run ended.</param>
/// <param name="Duration">From the start of the process to its end.</param>
/// <param name="Cells">One entry per code cell, in order; empty when the file could not be read.</param>
/// <param name="Error">The first error, or null when it passed or was cancelled.</param>
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
    /// <summary>The notebook's file name.</summary>
    public string FileName => System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(Path));

    /// <summary>The number of code cells that passed.</summary>
    public int PassedCells => Cells.Count(cell => cell.Status == CellStatus.Passed);

    /// <summary>The number of code cells without the tag <c>skip-execution</c>.</summary>
    public int CellsToRun => Cells.Count(cell => cell.Status != CellStatus.Skipped);
}

/// <summary>How the run of a cell ended.</summary>
public enum CellStatus
{
    /// <summary>It ran to its end, or failed as its tag <c>raises-exception</c> allows.</summary>
    Passed,

    /// <summary>It failed, or ended the process, or used too much memory.</summary>
    Failed,

    /// <summary>It was running when a time limit was reached.</summary>
    TimedOut,

    /// <summary>It was not run, because of an earlier cell.</summary>
    NotRun,

    /// <summary>It was not run, because it has the tag <c>skip-execution</c>.</summary>
    Skipped,
}

/// <summary>The run of a code cell.</summary>
/// <param name="Number">The number among the code cells, from 1.</param>
/// <param name="Id">The cell's id in the document.</param>
/// <param name="Status">How the cell ended.</param>
/// <param name="Duration">How long it ran.</param>
/// <param name="Outputs">The outputs of the cell.</param>
/// <param name="Error">The error; null if the cell passed.</param>
public sealed record CellRun(
    int Number, string Id, CellStatus Status, TimeSpan Duration, IReadOnlyList<Output> Outputs, RunError? Error);
