namespace NeuralNotebooks.Classroom;

/// <param name="Student">The name of the student's folder in the results.</param>
public readonly record struct SubmissionKey(string Student, string Assignment)
{
    public static IComparer<SubmissionKey> Ordinal { get; } = Comparer<SubmissionKey>.Create((one, other) =>
        string.CompareOrdinal(one.Assignment, other.Assignment) is not 0 and var order
            ? order
            : string.CompareOrdinal(one.Student, other.Student));

    public override string ToString() => $"{Student}, {Assignment}";
}
