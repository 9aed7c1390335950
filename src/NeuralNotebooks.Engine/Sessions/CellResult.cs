namespace NeuralNotebooks.Engine;

/// <summary>How a cell ended.</summary>
public enum CellOutcome
{
    /// <summary>It ran to its end.</summary>
    Succeeded,

    /// <summary>It was not run: the compiler or a directive rejected it, and the session is unchanged.</summary>
    CompileError,

    /// <summary>It threw: what had run up to that point is kept.</summary>
    RuntimeError,

    /// <summary>It was interrupted: what had run up to that point is kept.</summary>
    Interrupted,
}

/// <summary>The end of a cell's execution.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Error">The error, which is also the last output that the sink has received; null when it
/// succeeded.</param>
/// <param name="Location">Where the error is, when that is known.</param>
/// <param name="Duration">From the call to the end.</param>
public sealed record CellResult(
    CellOutcome Outcome,
    ErrorOutput? Error,
    CellLocation? Location,
    TimeSpan Duration = default
)
{
    /// <summary>Whether it ran to its end.</summary>
    public bool Succeeded => Outcome == CellOutcome.Succeeded;
}
