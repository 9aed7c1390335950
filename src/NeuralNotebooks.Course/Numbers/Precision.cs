namespace NeuralNotebooks.Course;

/// <summary>How many digits of a number are shown, which depends on what its reader does with it.</summary>
internal enum Precision
{
    /// <summary>Six significant digits, −0.75 or 2.06e−7: in verdicts and sentences a student compares a result with
    /// the right one.</summary>
    Sentence,

    /// <summary>Four significant digits, and every digit of a whole number below ten million, 0.8047 or 203,540: as the
    /// text of a notebook quotes the number that is claimed.</summary>
    Claim,

    /// <summary>One significant digit or the nearest integer, 12, 0.3 or 3e−16: only the size of a difference matters.
    /// </summary>
    Difference,
}
