namespace NeuralNotebooks.Classroom;

/// <summary>By what wrong answers are the same. Students with other variants have other references: then it is not by their values.</summary>
internal enum Relation
{
    /// <summary>The same known mistakes explain them.</summary>
    Mistake,

    /// <summary>By their values.</summary>
    Value,

    /// <summary>Every number is the same multiple of the one that is expected of the student.</summary>
    Factor,

    /// <summary>Every number is another one of those that are expected of the student, or its negative: transposed, swapped, repeated.</summary>
    Place,

    /// <summary>Every number differs by the same amount from the one that is expected of the student.</summary>
    Offset,

    /// <summary>The same probes are lost in the same way.</summary>
    Kind,
}
