namespace NeuralNotebooks.Classroom;

/// <summary>The sources at the paths of a command line.</summary>
/// <param name="Sources">The sources that could be read.</param>
/// <param name="Problems">The problems of sources that could not be read.</param>
/// <param name="NotFound">Paths that do not exist.</param>
/// <param name="NoAssignments">Messages about named notebooks without a task, files that are not notebooks, and folders
/// without sources.</param>
public sealed record SourceSelection(
    IReadOnlyList<AssignmentSource> Sources,
    IReadOnlyList<SourceProblem> Problems,
    IReadOnlyList<string> NotFound,
    IReadOnlyList<string> NoAssignments
)
{
    /// <summary>
    /// Reads notebooks. For a folder, the notebooks in it are read; if there are none, those in its subfolders.
    /// Notebooks without tasks in a folder are skipped.
    /// </summary>
    public static SourceSelection Of(IEnumerable<string> paths)
    {
        var sources = new List<AssignmentSource>();
        var problems = new List<SourceProblem>();
        var notFound = new List<string>();
        var noAssignments = new List<string>();
        foreach (string path in paths)
        {
            if (!Directory.Exists(path))
            {
                if (File.Exists(path))
                    Read(Path.GetFullPath(path), noAssignments);
                else
                    notFound.Add(path);
                continue;
            }
            int before = sources.Count + problems.Count;
            var reasons = new List<string>();
            IReadOnlyList<string> notebooks = NotebookSelection.Of([path]).Notebooks;
            if (notebooks.Count == 0)
                notebooks = NotebookSelection
                    .Of(
                        Directory
                            .EnumerateDirectories(path)
                            .Where(folder => !Path.GetFileName(folder).StartsWith('.'))
                            .Order(StringComparer.Ordinal)
                    )
                    .Notebooks;
            foreach (string notebook in notebooks)
                Read(notebook, reasons);
            if (sources.Count + problems.Count == before)
                noAssignments.AddRange(
                    reasons.Count > 0
                        ? reasons
                        : [$"There is no notebook (.ipynb) in the folder {path}, nor in a folder in it."]
                );
        }
        foreach (
            IGrouping<string, AssignmentSource> same in sources
                .GroupBy(source => source.Name, StringComparer.OrdinalIgnoreCase)
                .Where(group => group.Count() > 1)
        )
            problems.Add(
                new SourceProblem(
                    same.Last().Path,
                    null,
                    null,
                    $"There is another source of this name: {same.First().Path}. Names must be unique."
                )
            );
        return new SourceSelection(sources, problems, notFound, noAssignments);

        void Read(string notebook, List<string> others)
        {
            if (sources.Exists(source => source.Path == notebook))
                return;
            try
            {
                sources.Add(SourceReader.Read(notebook));
            }
            catch (SourceException e) when (e.IsNotAnAssignment && e.Problems.Count == 1)
            {
                others.Add(e.Message);
            }
            catch (SourceException e)
            {
                problems.AddRange(e.Problems);
            }
            catch (NotebookFormatException e)
            {
                others.Add(e.Message);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                others.Add($"{notebook} cannot be read: {e.Message}");
            }
        }
    }
}
