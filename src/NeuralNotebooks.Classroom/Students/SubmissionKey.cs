namespace NeuralNotebooks.Classroom;

/// <param name="Folder">The name of the student's folder in the results.</param>
public readonly record struct SubmissionKey([property: JsonPropertyName("student")] string Folder, string Assignment)
{
    public static IComparer<SubmissionKey> Ordinal { get; } = Comparer<SubmissionKey>.Create((one, other) =>
        string.CompareOrdinal(one.Assignment, other.Assignment) is not 0 and var order
            ? order
            : string.CompareOrdinal(one.Folder, other.Folder));

    public override string ToString() => $"{Folder}, {Assignment}";
}
