namespace NeuralNotebooks.Engine;

/// <summary>Stops the code of an interrupted cell.</summary>
/// <remarks>The message is shown only when the exception is thrown again after the interrupt: by a static initializer
/// or a <see cref="Lazy{T}"/>, which store their first exception, or by a task that a later cell awaits.</remarks>
internal sealed class CellStoppedException()
    : OperationCanceledException("This is code of a cell that was interrupted. " + Advice)
{
    public const string Advice =
        "A task, a static initializer or a Lazy cannot be resumed: run the cell that declares it again.";

    public static bool IsCauseOf(Exception? exception)
    {
        while (exception is not (null or CellStoppedException or ThreadInterruptedException))
            exception = exception.InnerException;
        return exception is not null;
    }
}
