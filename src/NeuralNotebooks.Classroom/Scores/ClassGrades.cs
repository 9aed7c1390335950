namespace NeuralNotebooks.Classroom;

/// <summary>The grades of a class: the stored results with the teacher's adjustments. The files of grades, the
/// teacher's report and the students' pages are made from them.</summary>
internal sealed class ClassGrades(GradingStore store)
{
    private readonly List<SubmissionKey> _damaged = [];

    public Adjustments Adjustments { get; } = Adjustments.Read(store.Path);

    public IReadOnlyList<SubmissionKey> Damaged => _damaged;

    /// <summary>Reads the grades of all stored submissions, by assignment, then student, ordinally. They are read one
    /// after the other, because the values of all submissions would not fit into memory.</summary>
    public IEnumerable<SubmissionGrade> Read()
    {
        foreach (SubmissionKey key in store.List())
            if (store.Read(key) is { } submission)
                yield return Adjustments.Of(submission);
            else
                _damaged.Add(key);
    }
}
