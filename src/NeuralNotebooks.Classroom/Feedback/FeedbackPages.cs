namespace NeuralNotebooks.Classroom;

/// <summary>Writes the feedback pages for students: <c>OUTPUT/STUDENT/ASSIGNMENT/ASSIGNMENT.html</c>, in nbgrader's
/// layout.</summary>
public static class FeedbackPages
{
    /// <summary>The default folder of the pages, inside the folder of the results.</summary>
    public const string DefaultFolder = ResultFolder.Feedback;

    /// <summary>Writes a page for each submission in a folder of results, even if it could not be graded. No submission
    /// runs.</summary>
    /// <returns>The number of pages, and the submissions whose results cannot be read.</returns>
    /// <exception cref="FormatException">A table that the teacher has edited cannot be parsed.</exception>
    public static (int Pages, IReadOnlyList<string> Unreadable) Write(string folder, string output)
    {
        var grades = new ClassGrades(new GradingStore(folder));
        int pages = 0;
        foreach (SubmissionGrade grade in grades.Read())
        {
            NamedFile.Write(ResultFolder.StudentPageOf(grade.Submission.Key).In(output), StudentPage.Of(grade));
            pages++;
        }
        return (pages, [.. grades.Damaged.Select(key => $"{key}")]);
    }
}
