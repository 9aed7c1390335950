namespace NeuralNotebooks.Assignments;

/// <summary>How a value differs from the expected one. It contains neither of the two values.</summary>
/// <param name="Cause">Why there is no value, if there is none.</param>
internal sealed record Difference(DifferenceKind Kind, MissingValue? Cause = null)
{
    /// <summary>The sentence for the student. It contains no value and no name of a type that the student has declared,
    /// because code could choose such names to reveal the arguments of a probe.</summary>
    public string Sentence =>
        string.Format(CultureInfo.InvariantCulture, DifferenceWords.Of(this).Sentence, TypeOf(Cause), Place(Cause));

    /// <summary>The name of an exception type of the framework or the kit. Another type may be declared by the student,
    /// so its name is not shown.</summary>
    private static string TypeOf(MissingValue? none)
    {
        string name = none?.Detail ?? "";
        string simple = name[(name.LastIndexOf('.') + 1)..];
        bool isKnown =
            typeof(Exception).Assembly.GetType($"System.{simple}") is { IsPublic: true } type
                && type.IsAssignableTo(typeof(Exception))
            || simple is "KeyNotFoundException" or "TrainingDivergedException";
        return isKnown ? simple : "an exception";
    }

    private static string Place(MissingValue? none) =>
        none?.Line is { } line ? Invariant($" at line {line} of your cell") : "";
}

internal enum DifferenceKind
{
    /// <summary>The values differ, with no simpler relation between them.</summary>
    Value,

    Sign,

    /// <summary>Every number is multiplied by the same factor.</summary>
    Scale,

    /// <summary>The number of rows, columns or items differs.</summary>
    Shape,

    /// <summary>Another type of value, such as text instead of a number.</summary>
    Type,

    /// <summary>NaN or ±∞ instead of a finite number.</summary>
    NotANumber,

    NoValue,
}
