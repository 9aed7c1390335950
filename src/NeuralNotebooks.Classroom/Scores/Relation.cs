namespace NeuralNotebooks.Classroom;

/// <summary>The property that the wrong answers of a group have in common. Equal values are not enough to find equal
/// errors: students with different variants have different expected values.</summary>
internal enum Relation
{
    /// <summary>The same known mistakes explain them.</summary>
    Mistake,

    /// <summary>The answers have the same values.</summary>
    Value,

    /// <summary>The ratios of the numbers to the expected ones are the same.</summary>
    Factor,

    /// <summary>Every number is one of the expected numbers or its negative, perhaps at another position: for example
    /// in a transposed matrix.</summary>
    Place,

    /// <summary>The differences between the numbers and the expected ones are the same.</summary>
    Offset,

    /// <summary>The same probes are lost in the same way.</summary>
    Kind,
}
