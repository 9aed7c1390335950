namespace NeuralNotebooks.Classroom;

/// <summary>Writes the feedback pages for students: <c>OUTPUT/STUDENT/ASSIGNMENT/ASSIGNMENT.html</c>, in nbgrader's
/// layout.</summary>
public static class FeedbackPages
{
    /// <summary>Writes a page for each submission in a folder of results, even if it could not be graded. No submission
    /// runs.</summary>
    /// <returns>The number of pages, and messages about submissions whose results cannot be read.</returns>
    public static (int Pages, IReadOnlyList<string> Problems) Write(string folder, string output)
    {
        var store = new GradingStore(folder);
        int pages = 0;
        List<string> problems = [];
        foreach (SubmissionGrade grade in new ClassGrades(store).Read(problems.Add))
        {
            NamedFile.Update(ResultFolder.StudentPageOf(grade.Submission.Key).In(output), StudentPage.Of(grade));
            pages++;
        }
        return (pages, problems);
    }
}
