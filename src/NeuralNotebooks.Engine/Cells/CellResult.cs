namespace NeuralNotebooks.Engine;

public enum CellOutcome
{
    Succeeded,

    /// <summary>A compile error or an invalid directive: the part of the cell with it was not run. Parts before it,
    /// such as an imported file, were.</summary>
    CompileError,

    /// <summary>As <see cref="CompileError"/>, since there is no program for the language of a part.</summary>
    LanguageMissing,

    /// <summary>The cell threw an exception. Its effects up to that point remain.</summary>
    RuntimeError,

    /// <summary>The cell was interrupted. Its effects up to that point remain.</summary>
    Interrupted,
}

/// <param name="Error">The error, which the sink has also received as the last output; null if the cell
/// succeeded.</param>
public sealed record CellResult(
    CellOutcome Outcome, ErrorOutput? Error, CellLocation? Location, TimeSpan Duration = default);
