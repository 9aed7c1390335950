namespace NeuralNotebooks.Classroom;

/// <summary>The grades of a class: the stored results with the teacher's adjustments. The files of grades, the
/// teacher's report and the students' pages are made from them.</summary>
internal sealed class ClassGrades(GradingStore store)
{
    public Adjustments Adjustments { get; } = Adjustments.Read(store.Path);

    /// <summary>Reads the grades of all stored submissions, by assignment, then student, ordinally. They are read one
    /// after the other, because the values of all submissions would not fit into memory.</summary>
    /// <param name="report">Receives a message for each submission whose results are damaged.</param>
    public IEnumerable<SubmissionGrade> Read(Action<string> report)
    {
        foreach (SubmissionKey key in store.List())
            if (store.Read(key) is { } submission)
                yield return Adjustments.GradeOf(submission);
            else
                report(store.Damage(key));
    }
}
