namespace NeuralNotebooks.Classroom;

/// <summary>The teacher's pages of a folder of results: <c>index.html</c>, the answers to tasks that are marked by
/// hand, and <see cref="Sentences"/>.</summary>
public static class ClassReport
{
    /// <summary>The page's name.</summary>
    public const string FileName = "index.html";

    /// <summary>A task's smaller groups beyond this many are not shown.</summary>
    internal const int MaxGroups = 30;

    /// <summary>Writes them. Runs no submission.</summary>
    /// <param name="folder">The folder of the results.</param>
    /// <exception cref="FormatException">A table that the teacher has edited cannot be parsed.</exception>
    public static void Write(string folder)
    {
        var store = new GradingStore(folder);
        var sentences = Sentences.Read(store.Path);
        var adjustments = Adjustments.Read(store.Path);
        List<AssignmentReport> assignments = Read(store, adjustments);
        List<(string Assignment, string Task, AnswerGroup Group)> groups = [];
        foreach (AssignmentReport assignment in assignments)
            foreach (TaskReport task in assignment.Tasks)
                groups.AddRange(
                    task.Groups(sentences).Take(MaxGroups).Select(group => (assignment.Name, task.Name, group))
                );

        sentences.Write(
            store.Path,
            groups.Where(entry =>
                entry.Group.Answers.Count > 1
                || sentences.For(entry.Assignment, entry.Task, entry.Group.Pattern) is not null
            )
        );
        GradingStore.WriteFile(Path.Combine(store.Path, FileName), ReportPage.Of(assignments, store, sentences));
        foreach (AssignmentReport assignment in assignments)
            foreach (TaskReport task in assignment.Tasks.Where(task => task.IsByHand))
                GradingStore.WriteFile(
                    Path.Combine(store.Path, AnswersPage.FileName(assignment.Name, task.Name)),
                    AnswersPage.Of(assignment, task, store, adjustments)
                );
    }

    /// <summary>The assignments of a folder, read submission by submission.</summary>
    internal static List<AssignmentReport> Read(GradingStore store, Adjustments adjustments)
    {
        List<AssignmentReport> assignments = [];
        foreach ((string student, string assignment) in store.List())
        {
            if (store.Read(student, assignment) is not { } submission)
                continue;
            if (assignments.LastOrDefault()?.Name != assignment)
                assignments.Add(new(assignment));
            assignments[^1].Add(adjustments.Of(submission));
        }

        return assignments;
    }
}
