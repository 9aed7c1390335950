namespace NeuralNotebooks.Classroom;

/// <summary>Writes the feedback pages for students: <c>OUTPUT/STUDENT/ASSIGNMENT/ASSIGNMENT.html</c>, in nbgrader's
/// layout.</summary>
public static class FeedbackPages
{
    /// <summary>Writes a page for each submission in a folder of results, even if it could not be graded. No submission
    /// runs.</summary>
    /// <param name="withIds">Whether pages that were graded without names go to folders with the students' ids.</param>
    /// <returns>The number of pages, and messages about submissions whose results cannot be read.</returns>
    public static (int Pages, IReadOnlyList<string> Problems) Write(
        string folder, string output, bool withIds = false)
    {
        var store = new GradingStore(folder);
        var grades = new ClassGrades(store);
        var ids = withIds ? grades.Adjustments.Students.Names : new Dictionary<string, string>();
        int pages = 0;
        foreach (SubmissionGrade grade in grades.Read())
        {
            SubmissionKey key = grade.Submission.Key;
            key = key with { Student = ids.GetValueOrDefault(key.Student, key.Student) };
            NamedFile.Update(ResultFolder.StudentPageOf(key).In(output), StudentPage.Of(grade));
            pages++;
        }
        return (pages, [.. grades.Damaged.Select(store.Damage)]);
    }
}
