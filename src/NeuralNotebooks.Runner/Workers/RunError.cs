namespace NeuralNotebooks.Runner;

/// <param name="Name">What reports call the error: the name of an exception, a compiler error's number, or the kind of
/// an error of the runner.</param>
/// <param name="Cell">The number of the code cell, from 1; null if the error concerns the whole file.</param>
public sealed record RunError(
    string File, string Name, string Message, int? Cell = null, int? Line = null, string? SourceLine = null)
{
    /// <summary>The lines that the session has reported, or the stack frames that the process wrote when it crashed;
    /// empty if there are none.</summary>
    public IReadOnlyList<TracebackLine> Traceback { get; init; } = [];

    internal ErrorKind Kind { get; init; }

    internal bool IsOfRunner => Kind is not (ErrorKind.Code or ErrorKind.MissingLanguage);

    internal static RunError OfRunner(string file, ErrorKind kind, string message) =>
        new(file, kind.ToString(), message) { Kind = kind };

    /// <summary>E.g. "03-two-layers.ipynb, cell 7, line 3".</summary>
    public string Where =>
        Invariant(
            $"{Path.GetFileName(File)}{(Cell is null ? "" : $", cell {Cell}")}{(Line is null ? "" : $", line {Line}")}"
        );
}
