namespace NeuralNotebooks.Classroom;

/// <summary>Names a submission.</summary>
/// <param name="Student">The student's id, or what stands for it in results without names.</param>
/// <param name="Assignment">The assignment's name.</param>
public readonly record struct SubmissionKey(string Student, string Assignment)
{
    /// <summary>By assignment, then student, ordinally.</summary>
    public static IComparer<SubmissionKey> Ordinal { get; } = Comparer<SubmissionKey>.Create((one, other) =>
        string.CompareOrdinal(one.Assignment, other.Assignment) is not 0 and var order
            ? order
            : string.CompareOrdinal(one.Student, other.Student)
    );

    /// <summary>It in messages: "ada, A1-gates".</summary>
    public override string ToString() => $"{Student}, {Assignment}";
}
