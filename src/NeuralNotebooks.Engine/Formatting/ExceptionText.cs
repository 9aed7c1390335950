namespace NeuralNotebooks.Engine;

/// <summary>The text of an exception, read safely: the properties of a cell's exception may fail.</summary>
internal static class ExceptionText
{
    private const int MaxLength = 100_000;

    /// <summary>The message. <see cref="Exception.Message"/> is virtual, so it may be null, be very long, or
    /// throw.</summary>
    public static string Message(Exception exception)
    {
        try
        {
            string message = CellInput.ReadsKey(exception) ? CellInput.NoKeyboard : exception.Message ?? "";
            if (exception is TypeInitializationException && CellStoppedException.IsCauseOf(exception))
                message = $"{message} It was interrupted. {CellStoppedException.Advice}";
            return TypeName.WithoutScriptClass(
                message.Length <= MaxLength ? message : $"{message.AsSpan(0, MaxLength)}…");
        }
        catch (Exception e)
        {
            return $"(no message: reading it threw {TypeName.Full(e.GetType())})";
        }
    }

    public static string Full(Exception exception)
    {
        try
        {
            return StackFrameText.Readable(exception.ToString());
        }
        catch (Exception e) when (!CellStoppedException.IsCauseOf(e))
        {
            return OneLine(exception);
        }
    }

    public static string OneLine(Exception exception)
    {
        Exception cause = exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
        return $"{TypeName.Full(cause.GetType())}: {Message(cause)}";
    }
}
