namespace NeuralNotebooks.Runner;

/// <summary>Describes the errors of a notebook's cells.</summary>
/// <param name="path">The notebook's file.</param>
/// <param name="options">The options with the memory limit.</param>
internal sealed class CellErrors(string path, Notebook notebook, RunOptions options)
{
    private const int MaxSourceLine = 160;

    /// <summary>The error of a cell that is too long for the message in which the worker would receive it.</summary>
    public RunError TooLong(int number) => new(path, RunError.BadNotebook, "The cell is too long to be run.", number);

    /// <summary>The error with which a cell has ended; null if it succeeded.</summary>
    /// <param name="end">How it ended.</param>
    /// <param name="cell">The cell, with its outputs.</param>
    /// <param name="peakMemory">The peak memory (bytes) of the worker.</param>
    public RunError? Of(CellEnded end, CodeCell cell, long peakMemory)
    {
        if (end.Outcome == CellOutcome.Succeeded)
            return null;
        ErrorOutput? shown = cell.Outputs.OfType<ErrorOutput>().LastOrDefault();
        string name = end.ErrorName ?? shown?.Name ?? end.Outcome.ToString();
        string message = shown?.Message ?? "";
        IReadOnlyList<TracebackLine> traceback = shown?.Traceback ?? [];
        if (options.MemoryMegabytes > 0 && name == typeof(OutOfMemoryException).FullName)
            (name, message) = (RunError.MemoryLimit, WorkerExit.MemorySentence(options, peakMemory));
        // The error can be in code that an earlier cell has declared.
        if (end.Location is { File: null, Cell: > 0 and var where, Line: var line })
            return new RunError(path, name, message, where, line, SourceLine(where, line)) { Traceback = traceback };
        return new RunError(path, name, message, end.Number) { Traceback = traceback };
    }

    private string? SourceLine(int cell, int? line)
    {
        if (line is not { } number)
            return null;
        CodeCell? found = notebook.CodeCells.ElementAtOrDefault(cell - 1);
        string? text = found?.Source.Split('\n').ElementAtOrDefault(number - 1)?.TrimEnd();
        return text?.Length > MaxSourceLine ? text[..MaxSourceLine] + "…" : text;
    }
}
