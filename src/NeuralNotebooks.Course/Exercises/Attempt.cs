namespace NeuralNotebooks.Course;

/// <summary>Runs a student's code, and returns its result or the verdict on its failure.</summary>
/// <remarks>Code that never returns is abandoned on its thread, and the verdict says so: aborting a thread
/// (<c>ControlledExecution</c>) ends the whole process if the thread is in a library's code. Infinite recursion cannot
/// be caught: a stack overflow always ends a .NET process.</remarks>
internal static class Attempt
{
    private static readonly AsyncLocal<bool> _isAnswer = new();

    /// <summary>The value, which is part of the course's own answer: a student's answer must not ask for it.</summary>
    public static T CoursesOwn<T>(T value) => !_isAnswer.Value ? value
        : throw new InvalidOperationException("this is the course's answer, and yours must not call it.");

    /// <param name="ifThrown">The likely cause of an exception; null for the general explanation.</param>
    public static (TResult? Result, Verdict? Failure) Run<TResult>(Func<TResult> code, TimeSpan timeLimit,
        Func<Exception, string?> ifThrown)
        where TResult : class
    {
        TResult? result = null;
        Exception? thrown = null;
        if (OperatingSystem.IsBrowser())
        {
            // A browser has no threads, so there is no time limit. A reader who stops an endless loop cancels the run:
            // that exception is rethrown.
            RunCode();
            if (thrown is OperationCanceledException)
                throw thrown;
        }
        else if (!EndsWithin(timeLimit, RunCode))
        {
            return (null, Verdict.CouldNotBeChecked(
                "Your code did not finish within the check's time limit, so the check went on without it. It may still "
                + "run in the background and slow everything down: restart the kernel when you have found the loop.",
                "A loop whose condition never becomes false, or a counter that never changes."));
        }
        return thrown is null ? (result, null) : (null, Describe(thrown, ifThrown));

        void RunCode()
        {
            _isAnswer.Value = true;
            try
            {
                result = code();
            }
            catch (Exception exception)
            {
                thrown = exception;
            }
            _isAnswer.Value = false;
        }
    }

    private static bool EndsWithin(TimeSpan timeLimit, ThreadStart code)
    {
        var thread = new Thread(code) { IsBackground = true };
        thread.Start();
        bool ended = false;
        try
        {
            return ended = thread.Join(timeLimit);
        }
        finally
        {
            // Interrupts code that waits, even if this thread itself is interrupted.
            if (!ended)
                thread.Interrupt();
        }
    }

    private static Verdict Describe(Exception thrown, Func<Exception, string?> ifThrown)
    {
        if (thrown is AggregateException { InnerException: { } first })
            return Describe(first, ifThrown);
        string said = thrown.Message.Split('\n', 2)[0].TrimEnd();
        (string message, string? likelyMistake) = thrown switch
        {
            IndexOutOfRangeException or ArgumentOutOfRangeException => (
                $"Your code used an index outside a matrix or an array: {said}",
                "Indices count from 0: the last one is `Length - 1` in an array, `Rows - 1` or `Columns - 1` in a "
                    + "matrix."),
            ShapeException shapes => (
                $"Your code combined matrices whose shapes do not fit: {said}", ProductOrEntries(shapes)),
            NullReferenceException => (
                "Your code used a variable that is `null`: nothing has been assigned to it yet.", null),
            _ => ($"Your code threw {thrown.GetType().Name}: {said}", null),
        };
        return thrown is NotImplementedException
            ? Verdict.NotBegun()
            : Verdict.CouldNotBeChecked(message, ifThrown(thrown) ?? likelyMistake);
    }

    /// <summary>`*` with equal shapes was probably meant as ⊙; where ⊙ fails, a product or a transpose was
    /// meant.</summary>
    private static string ProductOrEntries(ShapeException shapes) =>
        shapes.Rule switch
        {
            ShapeRule.Product when shapes.Left == shapes.Right =>
                "A transpose is missing; or, since both shapes are the same, the elementwise product ⊙ is meant: "
                    + "`*` is the matrix product, `P.Hadamard(Q)` is P ⊙ Q.",
            ShapeRule.Elementwise =>
                "⊙, + and − work entry by entry, so both shapes must be equal. Is a transpose missing, or is the "
                    + "matrix product `*` meant?",
            _ => "A transpose is missing, or two factors are in the wrong order. Write the shape under every "
                + "factor: the inner dimensions must agree.",
        };
}
