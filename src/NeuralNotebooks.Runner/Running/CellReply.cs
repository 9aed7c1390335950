namespace NeuralNotebooks.Runner;

/// <summary>What came of a request to run a cell or a claim.</summary>
/// <param name="Error">Null if it ran to its end.</param>
/// <param name="Duration">The time that the worker has measured; null if it has not said that the cell ended.</param>
internal sealed record CellReply(RunError? Error, TimeSpan? Duration)
{
    public CellStatus Status(bool mayFail) =>
        Error is null || (mayFail && !Error.IsOfRunner) ? CellStatus.Passed
        : Error.Kind == ErrorKind.TimeLimit ? CellStatus.TimedOut
        : CellStatus.Failed;
}
