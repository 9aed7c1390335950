namespace NeuralNotebooks.Classroom;

/// <summary>A kind of difference in one or two words.</summary>
internal static class DifferenceLabel
{
    public static string Of(Difference difference) => difference.Kind switch
    {
        DifferenceKind.Sign => "sign",
        DifferenceKind.Scale => "scale",
        DifferenceKind.Shape => "shape",
        DifferenceKind.Type => "type",
        DifferenceKind.NotANumber => "not a number",
        DifferenceKind.Value => "value",
        _ => Of(difference.Cause!.Reason),
    };

    public static string Of(NoAnswerReason reason) => reason switch
    {
        NoAnswerReason.Threw or NoAnswerReason.CellFailed => "exception",
        NoAnswerReason.DoesNotCompile => "compile error",
        NoAnswerReason.TimeLimit => "time",
        NoAnswerReason.MemoryLimit => "memory",
        NoAnswerReason.ProcessEnded => "process ended",
        NoAnswerReason.NotAValue => "no value",
        NoAnswerReason.TooLarge => "too large",
        NoAnswerReason.Forbidden => "not allowed",
        _ => "no answer",
    };
}
