namespace NeuralNotebooks.Classroom;

/// <summary>Writes the teacher's pages of a folder of results: <c>index.html</c>, and <c>marking.html</c> for tasks
/// that are marked by hand.</summary>
public static class ClassReport
{
    public const string FileName = "index.html";

    public static void Write(string folder)
    {
        var store = new GradingStore(folder);
        var grades = new ClassGrades(store);
        StudentList students = grades.Adjustments.Students;
        var marked = new MarkedClass();
        List<AssignmentReport> assignments = [];
        foreach (SubmissionGrade grade in grades.Read(_ => { }))
        {
            string assignment = grade.Submission.Assignment;
            if (assignments.LastOrDefault()?.Name != assignment)
                assignments.Add(new(assignment));
            assignments[^1].Add(grade, students.Of(grade.Submission.Folder).Group);
            marked.Add(grade.Submission);
        }
        Shard part = ShardFile.Read(store.Path)?.Shard ?? Shard.Whole;
        foreach (AssignmentReport assignment in assignments)
            assignment.AddAbsent(students.Ids.Select(students.FolderOf).Where(part.Has));
        NamedFile.Write(Path.Combine(store.Path, FileName), ReportPage.Of(assignments, store));
        new MarkingPage(store, marked, grades.Adjustments, FileName).Write();
    }
}
