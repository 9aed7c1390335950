namespace NeuralNotebooks.Classroom;

/// <summary>The grades of a class: the stored results with the teacher's adjustments. The files of grades, the
/// teacher's report and the students' pages are made from them.</summary>
/// <exception cref="FormatException">A table that the teacher has edited cannot be parsed.</exception>
internal sealed class ClassGrades(GradingStore store)
{
    private readonly List<SubmissionKey> _damaged = [];

    /// <summary>The teacher's adjustments.</summary>
    public Adjustments Adjustments { get; } = Adjustments.Read(store.Path);

    /// <summary>The submissions whose results were found to be damaged when their grades were read.</summary>
    public IReadOnlyList<SubmissionKey> Damaged => _damaged;

    /// <summary>Reads the grades of all stored submissions.</summary>
    public IEnumerable<SubmissionGrade> Read() => ReadInOrder(store.List());

    /// <summary>Reads the grades of submissions, by assignment, then student, ordinally. Submissions without results
    /// are left out. The grades are read one after the other, because the values of all submissions would not fit into
    /// memory.</summary>
    public IEnumerable<SubmissionGrade> Read(IEnumerable<SubmissionKey> submissions) =>
        ReadInOrder(submissions.Order(SubmissionKey.Ordinal));

    private IEnumerable<SubmissionGrade> ReadInOrder(IEnumerable<SubmissionKey> submissions)
    {
        foreach (SubmissionKey key in submissions)
            if (store.Read(key) is { } submission)
                yield return Adjustments.Of(submission);
            else if (store.Has(key))
                _damaged.Add(key);
    }
}
