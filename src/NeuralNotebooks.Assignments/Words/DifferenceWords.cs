namespace NeuralNotebooks.Assignments;

/// <summary>The texts that explain a kind of difference, or a reason why there is no value.</summary>
/// <param name="Sentence">A sentence for a student: a format, whose arguments are the type of an exception and its
/// place.</param>
internal sealed record DifferenceWords(Enum Kind, string Label, string Sentence, string Step)
{
    private const string TrySmallestInput =
        "Call your function with the smallest input that you can think of, and follow it to the line "
        + "that fails: which index, argument or null is not what you assumed there?";
    private const string FindGrowingValues =
        "Look for a list that grows in a loop, and for a matrix with rows and columns mixed up: the "
        + "result is no larger than the text says.";

    /// <summary>All texts, in the order in which a student should fix the differences: one that hides others, such as
    /// a compile error, comes before those.</summary>
    private static readonly DifferenceWords[] _all =
    [
        new(
            MissingReason.NotAnswered, "no answer", "the task is not answered",
            "Fill in the cell, even if only a part of it works: every probe that passes earns its points."),
        new(
            MissingReason.DoesNotCompile, "compile error", "the code does not compile{1}",
            "Fix the first error. If the cell runs in your notebook, restart the kernel and run everything from the "
                + "top: it may use something that a cell below it declares, or that is no longer there. The name and "
                + "the parameters of a function must be those that were given, since the probes call it."),
        new(
            MissingReason.Forbidden, "not allowed", "the code uses something that is not allowed in an answer",
            "Write the step yourself, with the operations that the text of the task allows."),
        new(MissingReason.Threw, "exception", "{0} was thrown{1}", TrySmallestInput),
        new(MissingReason.CellFailed, "exception", "the cell itself failed: {0} was thrown{1}", TrySmallestInput),
        new(
            MissingReason.ProcessEnded, "process ended", "the code ended its process",
            "Return a value. An answer must neither exit the program nor recurse infinitely."),
        new(
            MissingReason.TimeLimit, "time", "the time limit was reached",
            "Look for a loop whose condition never becomes false, and for work that is repeated for each "
                + "entry although it could be done once."),
        new(MissingReason.MemoryLimit, "memory", "the memory limit was reached", FindGrowingValues),
        new(MissingReason.TooLarge, "too large", "the value is far larger than an answer can be", FindGrowingValues),
        new(
            MissingReason.NotAValue, "no value", "there is no value that can be compared",
            "Return the value itself: neither null, nor a function or a sequence that is still to be computed."),
        new(
            DifferenceKind.Type, "type", "the type of value differs",
            "Compare the type that your function returns with the one that the text asks for."),
        new(
            DifferenceKind.Shape, "shape", "the shape differs",
            "Write the shape of every factor under the formula. A transpose too many, factors in the wrong "
                + "order or a sum over the wrong axis changes the shape."),
        new(
            DifferenceKind.NotANumber, "not a number", "a value is not a finite number",
            "NaN and ∞ come from 0 / 0, from the logarithm of 0 and from exp of a large number. Try your "
                + "function with inputs of 0 and of 1000."),
        new(
            DifferenceKind.Sign, "sign", "the sign is opposite",
            "The size is right. Follow one minus sign through the formula, from the loss to the result."),
        new(
            DifferenceKind.Scale, "scale", "the values differ by a constant factor",
            "All entries are off by the same factor. Look for a sum where a mean is asked for, a missing "
                + "1/m, or the 2 of a square."),
        new(
            DifferenceKind.Value, "value", "the value differs",
            "Choose inputs so small that you can work out the result by hand, and compare step by step."),
    ];

    public static DifferenceWords Of(Difference difference) =>
        difference.Cause is { } cause ? Of(cause.Reason) : Of(difference.Kind);

    public static DifferenceWords Of(Enum kind) => _all.FirstOrDefault(words => words.Kind.Equals(kind), _all[0]);

    public static string? NextStep(IReadOnlyList<Difference> differences, int passed)
    {
        if (differences.Count == 0)
            return null;
        // From Sign on, no kind hides another, so the order among them does not matter.
        int last = Array.IndexOf(_all, Of(DifferenceKind.Sign));
        DifferenceWords first = differences.GroupBy(Of)
            .MinBy(same => (Math.Min(Array.IndexOf(_all, same.Key), last), -same.Count()))!
            .Key;
        return passed > 0 && first.Kind is DifferenceKind.Value or DifferenceKind.NotANumber
            ? $"{first.Step} Some probes pass: ask what is special about the inputs that you have not tried, such as "
                + $"0, a negative number, equal numbers or a single column."
            : first.Step;
    }
}
