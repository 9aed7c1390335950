namespace NeuralNotebooks.Classroom;

/// <summary>In what way wrong answers are the same. With different variants the references differ, so the values alone
/// do not tell.</summary>
internal enum Relation
{
    /// <summary>The same known mistakes explain them.</summary>
    Mistake,

    /// <summary>Their values are the same.</summary>
    Value,

    /// <summary>Every number is the same multiple of the one expected.</summary>
    Factor,

    /// <summary>Every number is another one of those expected, or its negative: transposed, swapped,
    /// repeated.</summary>
    Place,

    /// <summary>Every number differs by the same amount from the one expected.</summary>
    Offset,

    /// <summary>The same probes are lost in the same way.</summary>
    Kind,
}
