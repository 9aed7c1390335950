namespace NeuralNotebooks.Classroom;

/// <summary>The values of a task's probes for its solution or for a mistake, for several students with different
/// numbers.</summary>
/// <param name="Values">For each student, the value of each probe; the first student is the example.</param>
internal sealed record VariantValues(IReadOnlyList<IReadOnlyList<ProbeValue>> Values, IReadOnlyList<string> Notes)
{
    public IReadOnlyList<ProbeValue> Example => Values[0];

    /// <summary>The end of a sentence that is true for some of the students; empty if there is only the
    /// example.</summary>
    public string OfStudents(int count) =>
        Values.Count > 1 ? Invariant($" with the numbers of {count} of {Values.Count} students") : "";
}
