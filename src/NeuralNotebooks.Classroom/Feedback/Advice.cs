namespace NeuralNotebooks.Classroom;

/// <summary>What to try next, for each kind of difference.</summary>
internal static class Advice
{
    /// <summary>What to try next, for the difference that has to be fixed first.</summary>
    public static string? NextStep(IReadOnlyList<Difference> differences, int passed)
    {
        if (differences.Count == 0)
            return null;
        Difference first = differences
            .GroupBy(DifferenceLabel.Of)
            .MinBy(kind => (Urgency(kind.Key), -kind.Count()))!
            .First();
        string step = _steps[IndexOf(DifferenceLabel.Of(first))].Step;
        return passed > 0 && first.Kind is DifferenceKind.Value or DifferenceKind.NotANumber
            ? $"{step} Some probes pass: ask what is special about the inputs that you have not tried, such as "
                + $"0, a negative number, equal numbers or a single column."
            : step;
    }

    /// <summary>Differences that hide others come first.</summary>
    private static readonly (string Label, string Step)[] _steps =
    [
        (
            "no answer",
            "Fill in the cell, even if only a part of it works: every probe that passes earns its points."
        ),
        (
            "compile error",
            "Fix the first error. If the cell runs in your notebook, restart the kernel and run everything from the "
                + "top: it may use something that a cell below it declares, or that is no longer there."
        ),
        (
            "not allowed",
            "Write the step yourself, with the operations that the text of the task allows."
        ),
        (
            "exception",
            "Call your function with the smallest input that you can think of, and follow it to the line "
                + "that fails: which index, argument or null is not what you assumed there?"
        ),
        (
            "process ended",
            "Return a value. An answer must neither exit the program nor recurse infinitely."
        ),
        (
            "time",
            "Look for a loop whose condition never becomes false, and for work that is repeated for each "
                + "entry although it could be done once."
        ),
        (
            "memory",
            "Look for a list that grows in a loop, and for a matrix with rows and columns mixed up: the "
                + "result is no larger than the text says."
        ),
        (
            "too large",
            "Look for a list that grows in a loop, and for a matrix with rows and columns mixed up: the "
                + "result is no larger than the text says."
        ),
        (
            "no value",
            "Return the value itself: neither null, nor a function or a sequence that is still to be computed."
        ),
        (
            "type",
            "Compare the type that your function returns with the one that the text asks for."
        ),
        (
            "shape",
            "Write the shape of every factor under the formula. A transpose too many, factors in the wrong "
                + "order or a sum over the wrong axis changes the shape."
        ),
        (
            "not a number",
            "NaN and ∞ come from 0 / 0, from the logarithm of 0 and from exp of a large number. Try your "
                + "function with inputs of 0 and of 1000."
        ),
        (
            "sign",
            "The size is right. Follow one minus sign through the formula, from the loss to the result."
        ),
        (
            "scale",
            "All entries are off by the same factor. Look for a sum where a mean is asked for, a missing "
                + "1/m, or the 2 of a square."
        ),
        (
            "value",
            "Choose inputs so small that you can work out the result by hand, and compare step by step."
        ),
    ];

    /// <summary>Those that hide nothing are equally urgent.</summary>
    private static int Urgency(string label) => Math.Min(IndexOf(label), IndexOf("sign"));

    private static int IndexOf(string label) => Array.FindIndex(_steps, step => step.Label == label);
}
