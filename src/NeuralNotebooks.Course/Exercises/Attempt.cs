using System.Runtime;

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
        var stop = new CancellationTokenSource();
        var thread = new Thread(() => thrown = Catch(() => result = code(), stop.Token)) { IsBackground = true };
        thread.Start();
        bool ended = false;
        try
        {
            ended = thread.Join(timeLimit);
        }
        finally
        {
            // Also where this thread is interrupted while it waits: the student's code must not go on behind the reader's back.
            if (!ended)
            {
                Stop(thread, stop);
            }
        }

        if (!ended)
        {
            return (null, Verdict.CouldNotBeChecked(
                "Your code did not come to an end in the time that a check gives it, so it was stopped.",
                "A loop whose condition never becomes false."));
        }

        return thrown is null ? (result, null) : (null, Describe(thrown));
    }

    private static Exception? Catch(Action code, CancellationToken stop)
    {
        try
        {
#pragma warning disable SYSLIB0046 // The only way to stop a loop that asks nobody; the code runs on a thread of its own.
            ControlledExecution.Run(code, stop);
#pragma warning restore SYSLIB0046
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    /// <summary>Wakes the thread where it waits, and aborts it where it computes. What neither ends is left to itself.</summary>
    private static void Stop(Thread thread, CancellationTokenSource stop)
    {
        thread.Interrupt();
        if (!thread.Join(TimeSpan.FromMilliseconds(20)))
        {
            // Cancel() returns only when the thread has ended, which a thread that waits never does.
            _ = Task.Run(stop.Cancel);
        }
    }

    private static Verdict Describe(Exception thrown) => thrown switch
    {
        NotImplementedException => Verdict.NotYet("This is still the starter. Write your code where it says so, then run the cell again."),
        IndexOutOfRangeException or ArgumentOutOfRangeException => Verdict.CouldNotBeChecked(
            $"Your code reached outside a matrix or an array: {FirstLine(thrown.Message)}",
            "Rows and columns count from 0, and the last one is `Rows - 1` or `Columns - 1`."),
        ArgumentException shapes when shapes.Message.Contains('×', StringComparison.Ordinal) => Verdict.CouldNotBeChecked(
            $"Your code asked for an operation whose shapes do not fit: {FirstLine(shapes.Message)}",
            "A transpose is missing, or two factors are in the wrong order. Write the shape under every factor: inner numbers must agree."),
        NullReferenceException => Verdict.CouldNotBeChecked("Your code used a variable that is `null`: nothing has been assigned to it yet."),
        _ => Verdict.CouldNotBeChecked($"Your code threw {thrown.GetType().Name}: {FirstLine(thrown.Message)}"),
    };

    private static string FirstLine(string message) => message.Split('\n', 2)[0].TrimEnd();
}
