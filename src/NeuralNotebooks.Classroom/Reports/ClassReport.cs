namespace NeuralNotebooks.Classroom;

/// <summary>The teacher's pages of a folder of results: <c>index.html</c>, and <c>marking.html</c> for tasks that are
/// marked by hand.</summary>
public sealed class ClassReport
{
    /// <summary>The page's name.</summary>
    public const string FileName = "index.html";

    /// <summary>The name of the page on which a person marks.</summary>
    public const string Marking = MarkingPage.FileName;

    private readonly GradingStore _store;
    private readonly StudentList _students;
    private readonly MarkingPage _marking;
    private readonly List<AssignmentReport> _assignments = [];

    internal ClassReport(GradingStore store, StudentList students)
    {
        (_store, _students) = (store, students);
        _marking = new(store, students, FileName);
    }

    /// <summary>Writes the pages. No submission runs.</summary>
    /// <exception cref="FormatException">A table that the teacher has edited cannot be parsed.</exception>
    public static void Write(string folder)
    {
        var store = new GradingStore(folder);
        var grades = new ClassGrades(store);
        var report = new ClassReport(store, grades.Adjustments.Students);
        foreach (SubmissionGrade grade in grades.Read())
            report.Add(grade);
        report.Write();
    }

    /// <summary>Adds a grade, in the order of <see cref="ClassGrades.Read"/>.</summary>
    internal void Add(SubmissionGrade grade)
    {
        string assignment = grade.Submission.Assignment;
        if (_assignments.LastOrDefault()?.Name != assignment)
            _assignments.Add(new(assignment));
        _assignments[^1].Add(grade);
        _marking.Add(grade);
    }

    /// <summary>Writes the pages about the grades that were added.</summary>
    internal void Write()
    {
        Shard part = ShardFile.Read(_store.Path)?.Shard ?? Shard.Whole;
        foreach (AssignmentReport assignment in _assignments)
            assignment.AddAbsent(_students.Ids.Select(_students.NameInResults).Where(part.Has));
        NamedFile.Write(Path.Combine(_store.Path, FileName), ReportPage.Of(_assignments, _store));
        _marking.Write();
    }
}
