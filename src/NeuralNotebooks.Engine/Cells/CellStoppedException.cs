namespace NeuralNotebooks.Engine;

/// <summary>Stops the code of an interrupted cell.</summary>
/// <remarks>Shown only where the exception outlives the interrupt: in what keeps its first exception, and in a task
/// that a later cell awaits.</remarks>
internal sealed class CellStoppedException()
    : OperationCanceledException(
        "This is code of a cell that was interrupted. " + Advice
    )
{
    /// <summary>What to do about it.</summary>
    public const string Advice =
        "A task, a static initializer or a Lazy that was stopped stays so: run the cell that declares it again.";

    /// <summary>Whether an exception is an interrupt, or was caused by one.</summary>
    public static bool IsCauseOf(Exception? exception)
    {
        while (exception is not (null or CellStoppedException or ThreadInterruptedException))
            exception = exception.InnerException;
        return exception is not null;
    }
}
