namespace NeuralNotebooks.Classroom;

/// <summary>The pages that students get back: <c>OUTPUT/STUDENT/ASSIGNMENT/ASSIGNMENT.html</c>, in nbgrader's
/// layout.</summary>
public static class FeedbackPages
{
    /// <summary>Their default folder, inside that of the results.</summary>
    public const string DefaultFolder = ReportPage.PagesFolder;

    /// <summary>Writes a page for each submission in a folder of results, even if it could not be graded. Runs no
    /// submission.</summary>
    /// <param name="folder">The folder of the results.</param>
    /// <param name="output">Where the pages are written.</param>
    /// <returns>The number of pages, and the submissions whose results cannot be read.</returns>
    /// <exception cref="FormatException">A table that the teacher has edited cannot be parsed.</exception>
    public static (int Pages, IReadOnlyList<string> Unreadable) Write(string folder, string output)
    {
        var store = new GradingStore(folder);
        var adjustments = Adjustments.Read(store.Path);
        List<string> unreadable = [];
        int pages = 0;
        foreach (SubmissionKey key in store.List())
        {
            if (store.Read(key) is not { } submission)
            {
                unreadable.Add($"{key}");
                continue;
            }
            NamedFile.Write(
                Path.Combine(output, key.Student, key.Assignment, key.Assignment + ".html"),
                StudentPage.Of(adjustments.Of(submission))
            );
            pages++;
        }

        return (pages, unreadable);
    }
}
