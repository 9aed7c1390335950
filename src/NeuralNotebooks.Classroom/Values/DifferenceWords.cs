namespace NeuralNotebooks.Classroom;

/// <summary>The texts for a reason why there is no value, whose sentence is <see cref="NoValueSentence"/>.</summary>
internal record DifferenceWords(string Label, string Step)
{
    private const string TrySmallestInput =
        "Call your function with the smallest input that you can think of, and follow it to the line "
        + "that fails: which index, argument or null is not what you assumed there?";
    private const string FindGrowingValues =
        "Look for a list that grows in a loop, and for a matrix with rows and columns mixed up: the "
        + "result is no larger than the text says.";

    // Both tables have the order in which a student should fix the differences: one that hides others, such as a
    // compile error, comes before those.
    private static readonly OrderedDictionary<MissingReason, DifferenceWords> _ofReasons = new()
    {
        [MissingReason.NotAnswered] = new(
            "no answer",
            "Fill in the cell, even if only a part of it works: every probe that passes earns its points."),
        [MissingReason.DoesNotCompile] = new(
            "compile error",
            "Fix the first error. If the cell runs in your notebook, restart the kernel and run everything from the "
                + "top: it may use something that a cell below it declares, or that is no longer there. The name and "
                + "the parameters of a function must be those that were given, since the probes call it."),
        [MissingReason.SourceFailed] = new("assignment", "Tell your teacher: your answer is not the reason."),
        [MissingReason.Forbidden] = new(
            "not allowed", "Write the step yourself, with the operations that the text of the task allows."),
        [MissingReason.Threw] = new("exception", TrySmallestInput),
        [MissingReason.CellFailed] = new("exception", TrySmallestInput),
        [MissingReason.ProcessEnded] = new(
            "process ended", "Return a value. An answer must neither exit the program nor recurse infinitely."),
        [MissingReason.TimeLimit] = new(
            "time",
            "Look for a loop whose condition never becomes false, and for work that is repeated for each "
                + "entry although it could be done once."),
        [MissingReason.MemoryLimit] = new("memory", FindGrowingValues),
        [MissingReason.TooLarge] = new("too large", FindGrowingValues),
        [MissingReason.NotAValue] = new(
            "no value",
            "Return the value itself: neither null, nor a function or a sequence that is still to be computed."),
    };

    private static readonly OrderedDictionary<DifferenceKind, KindWords> _ofKinds = new()
    {
        [DifferenceKind.Type] = new(
            "type", "the type of value differs",
            "Compare the type that your function returns with the one that the text asks for."),
        [DifferenceKind.Shape] = new(
            "shape", "the shape differs",
            "Write the shape of every factor under the formula. A transpose too many, factors in the wrong "
                + "order or a sum over the wrong axis changes the shape."),
        [DifferenceKind.NotANumber] = new(
            "not a number", "a value is not a finite number",
            "A NaN may be a number that you have not yet filled in. In a calculation, NaN and ∞ come from 0 / 0, "
                + "from the logarithm of 0 and from exp of a large number: try inputs of 0 and of 1000."),
        [DifferenceKind.Sign] = new(
            "sign", "the sign is opposite",
            "The size is right. Follow one minus sign through the formula, from the loss to the result."),
        [DifferenceKind.Scale] = new(
            "scale", "the values differ by a constant factor",
            "All entries are off by the same factor. Look for a sum where a mean is asked for, a missing "
                + "1/m, or the 2 of a square."),
        [DifferenceKind.Value] = new(
            "value", "the value differs",
            "Choose inputs so small that you can work out the result by hand, and compare step by step."),
    };

    public static DifferenceWords Of(MissingReason reason) => _ofReasons[reason];

    public static KindWords Of(DifferenceKind kind) => _ofKinds[kind];

    public static DifferenceWords Of(Difference difference) =>
        difference.Cause is { } cause ? Of(cause.Reason) : Of(difference.Kind);

    public static string? NextStep(IReadOnlyList<Difference> differences, int passed)
    {
        if (differences.Count == 0)
            return null;
        Difference first = differences.GroupBy(difference => (difference.Kind, difference.Cause?.Reason))
            .MinBy(same => (OrderOf(same.First()), -same.Count()))!
            .First();
        string step = Of(first).Step;
        return passed >= differences.Count && first.Kind is DifferenceKind.Value or DifferenceKind.NotANumber
            ? $"{step} Most probes pass, so ask which special case you have not tried, such as 0 or equal numbers."
            : step;
    }

    private static int OrderOf(Difference difference) =>
        difference.Cause is { } cause
            ? _ofReasons.IndexOf(cause.Reason)
            // From Sign on, no kind hides another, so the order among them does not matter.
            : _ofReasons.Count
                + Math.Min(_ofKinds.IndexOf(difference.Kind), _ofKinds.IndexOf(DifferenceKind.Sign));
}

/// <summary>The texts for a difference of two values, with the sentence for the student.</summary>
internal sealed record KindWords(string Label, string Sentence, string Step) : DifferenceWords(Label, Step);
