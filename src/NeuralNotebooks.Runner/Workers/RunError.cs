namespace NeuralNotebooks.Runner;

/// <param name="Name">The kind of error: the name of an exception, a compiler error's number, or one of the constants
/// of this class.</param>
/// <param name="Cell">The number of the code cell, from 1; null if the error concerns the whole file.</param>
public sealed record RunError(
    string File, string Name, string Message, int? Cell = null, int? Line = null, string? SourceLine = null)
{
    /// <summary>The lines that the session has reported, or the stack frames that the process wrote when it crashed;
    /// empty if there are none.</summary>
    public IReadOnlyList<TracebackLine> Traceback { get; init; } = [];

    internal ErrorKind Kind { get; init; }

    public const string TimeLimit = nameof(TimeLimit), MemoryLimit = nameof(MemoryLimit),
        ProcessEnded = nameof(ProcessEnded), NoProcess = nameof(NoProcess);

    /// <summary>A cell has corrupted or closed the channel that carries the results.</summary>
    public const string ChannelBroken = nameof(ChannelBroken);

    /// <summary>The file is not a notebook that can be run with these parameters.</summary>
    public const string BadNotebook = nameof(BadNotebook);

    /// <summary>E.g. "03-two-layers.ipynb, cell 7, line 3".</summary>
    public string Where =>
        Invariant(
            $"{Path.GetFileName(File)}{(Cell is null ? "" : $", cell {Cell}")}{(Line is null ? "" : $", line {Line}")}"
        );
}
