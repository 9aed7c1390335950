namespace NeuralNotebooks.Assignments;

/// <summary>The sentence for a student whose answer gives no value. It contains no name of a type that the student has
/// declared, because code could choose such names to reveal the arguments of a probe.</summary>
internal static class NoValueSentence
{
    public static string Of(MissingValue none) => none.Reason switch
    {
        MissingReason.NotAnswered => "the task is not answered",
        MissingReason.DoesNotCompile => $"the code does not compile{Place(none)}",
        MissingReason.SourceFailed => "a cell of the assignment above the task does not compile",
        MissingReason.Forbidden => "the code uses something that is not allowed in an answer",
        MissingReason.Threw => $"{TypeOf(none)} was thrown{Place(none)}",
        MissingReason.CellFailed => $"the cell itself failed: {TypeOf(none)} was thrown{Place(none)}",
        MissingReason.ProcessEnded => "the code ended its process",
        MissingReason.TimeLimit => "the time limit was reached",
        MissingReason.MemoryLimit => "the memory limit was reached",
        MissingReason.TooLarge => "the value is far larger than an answer can be",
        MissingReason.NotAValue => "there is no value that can be compared",
        _ => throw new UnreachableException(),
    };

    /// <summary>The name of an exception type of the framework or the kit. Another type may be declared by the student,
    /// so its name is not shown.</summary>
    private static string TypeOf(MissingValue none)
    {
        string simple = (none.Detail ?? "").Split('.')[^1];
        bool isKnown =
            typeof(Exception).Assembly.GetType($"System.{simple}") is { IsPublic: true } type
                && type.IsAssignableTo(typeof(Exception))
            || simple is "KeyNotFoundException" or "TrainingDivergedException";
        return isKnown ? simple : "an exception";
    }

    private static string Place(MissingValue none) =>
        none.Line is { } line ? Invariant($" at line {line} of your cell") : "";
}
