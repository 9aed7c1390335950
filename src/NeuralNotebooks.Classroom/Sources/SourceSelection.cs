namespace NeuralNotebooks.Classroom;

/// <summary>The sources at the paths of a command line.</summary>
/// <param name="Sources">The sources that could be read.</param>
/// <param name="Problems">The problems of sources that could not be read.</param>
/// <param name="NotFound">Paths that do not exist.</param>
/// <param name="NoAssignments">Messages about named notebooks without a task, files that are not notebooks, and folders
/// without sources.</param>
public sealed record SourceSelection(
    IReadOnlyList<AssignmentSource> Sources, IReadOnlyList<SourceProblem> Problems, IReadOnlyList<string> NotFound,
    IReadOnlyList<string> NoAssignments)
{
    /// <summary>
    /// Reads notebooks. For a folder, the notebooks in it are read; if there are none, those in its subfolders.
    /// Notebooks without tasks in a folder are skipped.
    /// </summary>
    public static SourceSelection Of(IEnumerable<string> paths)
    {
        var search = new SourceSearch();
        foreach (string path in paths)
            search.Add(path);
        return search.Result();
    }
}
