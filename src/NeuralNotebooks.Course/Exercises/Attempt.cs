using System.Globalization;

namespace NeuralNotebooks.Course;

/// <summary>Runs a student's code: what it returns, or why it returned nothing.</summary>
/// <remarks>
/// Endless recursion is not caught: a stack overflow ends a .NET process whatever is done.
/// </remarks>
internal static class Attempt
{
    public static (TResult? Result, Verdict? Failure) Run<TResult>(Func<TResult> code, TimeSpan timeLimit)
        where TResult : class
    {
        TResult? result = null;
        Exception? thrown = null;
        bool stopped = false;
        using var limit = new CancellationTokenSource();
        CancellationToken token = limit.Token;
        var thread = new Thread(() =>
        {
            try
            {
#pragma warning disable SYSLIB0046 // The only way to stop a loop that asks nobody; the code runs on a thread of its own.
                ControlledExecution.Run(() => result = code(), token);
#pragma warning restore SYSLIB0046
            }
            catch (OperationCanceledException) when (token.IsCancellationRequested)
            {
                stopped = true;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                thrown = exception;
            }
        })
        { IsBackground = true };
        thread.Start();
        try
        {
            stopped |= !thread.Join(timeLimit);
        }
        finally
        {
            // Ends the student's thread; also where this one is interrupted while it waits.
            limit.Cancel();
        }

        if (stopped)
        {
            return (null, Verdict.CouldNotBeChecked(
                string.Create(CultureInfo.InvariantCulture, $"Your code did not come to an end within {timeLimit.TotalSeconds:0.#} seconds, so it was stopped."),
                "A loop whose condition never becomes false."));
        }

        return thrown is null ? (result, null) : (null, Describe(thrown));
    }

    private static Verdict Describe(Exception thrown) => thrown switch
    {
        NotImplementedException => Verdict.NotYet("This is still the starter. Write your code where it says so, then run the cell again."),
        ArgumentException shapes when shapes.Message.Contains('×', StringComparison.Ordinal) => Verdict.CouldNotBeChecked(
            $"Your code asked for an operation whose shapes do not fit: {FirstLine(shapes.Message)}",
            "A transpose is missing, or two factors are in the wrong order. Write the shape under every factor: inner numbers must agree."),
        IndexOutOfRangeException or ArgumentOutOfRangeException => Verdict.CouldNotBeChecked(
            $"Your code reached outside a matrix or an array: {FirstLine(thrown.Message)}",
            "Rows and columns count from 0, and the last one is `Rows - 1` or `Columns - 1`."),
        NullReferenceException => Verdict.CouldNotBeChecked("Your code used a variable that is `null`: nothing has been assigned to it yet."),
        _ => Verdict.CouldNotBeChecked($"Your code threw {thrown.GetType().Name}: {FirstLine(thrown.Message)}"),
    };

    private static string FirstLine(string message) => message.Split('\n', 2)[0].TrimEnd();
}
