namespace NeuralNotebooks.Classroom;

/// <summary>Identifies a submission.</summary>
/// <param name="Student">The student's id, or the pseudonym in anonymous results.</param>
/// <param name="Assignment">The assignment's name.</param>
public readonly record struct SubmissionKey(string Student, string Assignment)
{
    /// <summary>Compares by assignment, then by student, in ordinal order.</summary>
    public static IComparer<SubmissionKey> Ordinal { get; } = Comparer<SubmissionKey>.Create((one, other) =>
        string.CompareOrdinal(one.Assignment, other.Assignment) is not 0 and var order
            ? order
            : string.CompareOrdinal(one.Student, other.Student));

    /// <summary>The text for messages: "ada, A1-gates".</summary>
    public override string ToString() => $"{Student}, {Assignment}";
}
