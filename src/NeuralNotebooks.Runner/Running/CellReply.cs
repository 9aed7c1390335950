namespace NeuralNotebooks.Runner;

/// <summary>What came of a request to run a cell or a claim.</summary>
/// <param name="Error">Null if it ran to its end.</param>
/// <param name="Duration">The time that the worker has measured. Null if the runner has ended the cell: only then is
/// the error one of those that <see cref="RunError"/> names, since a cell may give its exceptions such names.</param>
internal sealed record CellReply(RunError? Error, TimeSpan? Duration)
{
    public bool IsByRunner => Duration is null;

    public CellStatus Status(bool mayFail) =>
        Error is null || (mayFail && !IsByRunner) ? CellStatus.Passed
        : IsByRunner && Error.Name == RunError.TimeLimit ? CellStatus.TimedOut
        : CellStatus.Failed;
}
