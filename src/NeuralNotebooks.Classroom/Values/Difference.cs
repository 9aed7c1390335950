namespace NeuralNotebooks.Classroom;

/// <summary>How a value differs from the expected one. It contains neither of the two values.</summary>
/// <param name="Cause">Why there is no value, if there is none.</param>
internal sealed record Difference(DifferenceKind Kind, MissingValue? Cause = null)
{
    /// <summary>The sentence for the student. It contains no value.</summary>
    public string Sentence => Cause is { } none ? NoValueSentence.Of(none) : DifferenceWords.Of(Kind).Sentence;
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
