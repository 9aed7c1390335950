namespace NeuralNotebooks.Classroom;

/// <summary>How an answer differs from the expected one, without either value.</summary>
/// <param name="Kind">The kind of difference.</param>
/// <param name="Cause">Why there is no value, if there is none.</param>
public sealed record Difference(DifferenceKind Kind, NoAnswer? Cause = null)
{
    /// <summary>What a student may read: it reveals no value, and no type that the student has declared.</summary>
    public string Sentence =>
        Cause is null
            ? DifferenceWords.Of(this).Sentence
            : DifferenceWords
                .Of(this)
                .Sentence.Replace(DifferenceWords.Type, TypeOf(Cause))
                .Replace(DifferenceWords.Place, Place(Cause));

    /// <summary>The name of an exception of the framework or the kit; any other may be the student's own.</summary>
    private static string TypeOf(NoAnswer none)
    {
        string name = none.Detail ?? "";
        string simple = name[(name.LastIndexOf('.') + 1)..];
        bool isKnown =
            typeof(Exception).Assembly.GetType($"System.{simple}") is { IsPublic: true } type
                && type.IsAssignableTo(typeof(Exception))
            || simple is "KeyNotFoundException" or "TrainingDivergedException";
        return isKnown ? simple : "an exception";
    }

    private static string Place(NoAnswer none) =>
        none.Line is { } line ? Invariant($" at line {line} of your cell") : "";
}

/// <summary>How an answer differs.</summary>
public enum DifferenceKind
{
    /// <summary>The values differ, with no simpler relation between them.</summary>
    Value,

    /// <summary>Every number has the opposite sign.</summary>
    Sign,

    /// <summary>Every number is multiplied by the same factor.</summary>
    Scale,

    /// <summary>The number of rows, columns or items differs.</summary>
    Shape,

    /// <summary>Another type of value, such as text instead of a number.</summary>
    Type,

    /// <summary>NaN or ±∞ instead of a finite number.</summary>
    NotANumber,

    /// <summary>There is no value.</summary>
    NoValue,
}
