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
        Dictionary<(SubmissionKey, string Task), string> sentences = SentencesByStudent(store, adjustments);
        List<string> unreadable = [];
        int pages = 0;
        foreach (SubmissionKey key in store.List())
        {
            if (store.Read(key) is not { } submission)
            {
                unreadable.Add($"{key}");
                continue;
            }

            var feedback = new StudentFeedback(
                adjustments.Of(submission),
                task => sentences.GetValueOrDefault((key, task))
            );
            NamedFile.Write(
                Path.Combine(output, key.Student, key.Assignment, key.Assignment + ".html"),
                StudentPage.Of(feedback)
            );
            pages++;
        }

        return (pages, unreadable);
    }

    private static Dictionary<(SubmissionKey, string Task), string> SentencesByStudent(
        GradingStore store,
        Adjustments adjustments
    )
    {
        var sentences = Sentences.Read(store.Path);
        Dictionary<(SubmissionKey, string Task), string> byStudent = [];
        if (sentences.IsEmpty)
            return byStudent;
        foreach (AssignmentReport assignment in ClassReport.Read(store, adjustments))
            foreach (TaskReport task in assignment.Tasks)
                foreach (AnswerGroup group in task.Groups(sentences))
                    if (sentences.For(task, group) is { } sentence)
                        foreach (WrongAnswer answer in group.Answers)
                            byStudent[(new(answer.Student, assignment.Name), task.Name)] = sentence;
        return byStudent;
    }
}
