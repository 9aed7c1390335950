namespace NeuralNotebooks.Classroom;

/// <summary>Writes the teacher's pages of a folder of results: <c>index.html</c>, <c>marking.html</c> for tasks that
/// are marked by hand, and pages with the lost probes of each submission.</summary>
public static class ClassReport
{
    /// <summary>The page's name.</summary>
    public const string FileName = "index.html";

    /// <summary>The name of the page on which a person marks.</summary>
    public const string Marking = MarkingPage.FileName;

    /// <summary>Writes the pages. No submission runs.</summary>
    /// <param name="folder">The folder of the results.</param>
    /// <exception cref="FormatException">A table that the teacher has edited cannot be parsed.</exception>
    public static void Write(string folder)
    {
        var store = new GradingStore(folder);
        var adjustments = Adjustments.Read(store.Path);
        var marking = new MarkingPage(store, FileName);
        List<AssignmentReport> assignments = Read(
            store,
            adjustments,
            grade =>
            {
                LostProbes.Write(store, grade);
                marking.Add(grade);
            }
        );
        NamedFile.Write(Path.Combine(store.Path, FileName), ReportPage.Of(assignments, store));
        marking.Write();
    }

    /// <summary>The assignments of a folder, read submission by submission.</summary>
    /// <param name="store">The folder.</param>
    /// <param name="adjustments">The teacher's adjustments.</param>
    /// <param name="each">Called with each submission's grade. The grades of all submissions would not fit into
    /// memory.</param>
    private static List<AssignmentReport> Read(
        GradingStore store,
        Adjustments adjustments,
        Action<SubmissionGrade> each
    )
    {
        List<AssignmentReport> assignments = [];
        foreach (SubmissionKey key in store.List())
        {
            if (store.Read(key) is not { } submission)
                continue;
            if (assignments.LastOrDefault()?.Name != key.Assignment)
                assignments.Add(new(key.Assignment));
            SubmissionGrade grade = adjustments.Of(submission);
            assignments[^1].Add(grade);
            each(grade);
        }

        return assignments;
    }
}
