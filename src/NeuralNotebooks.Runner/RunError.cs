namespace NeuralNotebooks.Runner;

/// <summary>What went wrong in a run, and where.</summary>
/// <param name="File">The notebook's file, as a full path.</param>
/// <param name="Name">The kind of error: the name of an exception, a compiler error's number, or one of the constants
/// of this class.</param>
/// <param name="Message">One sentence or more: what happened, and what was expected.</param>
/// <param name="Cell">The number of the code cell, from 1; null when it concerns the file.</param>
/// <param name="Line">The line in the cell, from 1, when it is known.</param>
/// <param name="SourceLine">The text of that line.</param>
/// <param name="Traceback">The stack, when there is one, or what the process wrote when it died.</param>
public sealed record RunError(
    string File,
    string Name,
    string Message,
    int? Cell = null,
    int? Line = null,
    string? SourceLine = null,
    IReadOnlyList<string>? Traceback = null
)
{
    /// <summary>A time limit was reached.</summary>
    public const string TimeLimit = nameof(TimeLimit);

    /// <summary>The memory limit was reached.</summary>
    public const string MemoryLimit = nameof(MemoryLimit);

    /// <summary>The process ended while a cell was running.</summary>
    public const string ProcessEnded = nameof(ProcessEnded);

    /// <summary>A cell has corrupted or closed the channel that carries the results.</summary>
    public const string ChannelBroken = nameof(ChannelBroken);

    /// <summary>The process could not be started.</summary>
    public const string NoProcess = nameof(NoProcess);

    /// <summary>The file is not a notebook that can be run.</summary>
    public const string BadNotebook = nameof(BadNotebook);

    /// <summary>E.g. "03-two-layers.ipynb, cell 7, line 3".</summary>
    public string Where =>
        Invariant(
            $"{Path.GetFileName(File)}{(Cell is null ? "" : $", cell {Cell}")}{(Line is null ? "" : $", line {Line}")}"
        );
}
