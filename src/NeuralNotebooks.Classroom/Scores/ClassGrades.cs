namespace NeuralNotebooks.Classroom;

/// <summary>The grades of a class: the stored results with the teacher's adjustments. The files of grades, the
/// teacher's report and the students' pages are made from them.</summary>
internal sealed class ClassGrades(GradingStore store)
{
    public Adjustments Adjustments { get; } = Adjustments.Read(store.Path);

    /// <summary>Reads the grades of all stored submissions, by assignment, then student, ordinally. A grade is null if
    /// the stored results are damaged. They are read one after the other, because the values of all submissions would
    /// not fit into memory.</summary>
    public IEnumerable<(SubmissionKey Key, SubmissionGrade? Grade)> Read() =>
        store.List().Select(key => (key, store.Read(key) is { } submission ? Adjustments.GradeOf(submission) : null));
}
