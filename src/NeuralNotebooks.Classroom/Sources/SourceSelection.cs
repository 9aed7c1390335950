namespace NeuralNotebooks.Classroom;

public sealed class SourceSelection
{
    private readonly List<AssignmentSource> _sources = [];
    private readonly List<SourceProblem> _problems = [];
    private readonly List<string> _notFound = [], _noAssignments = [];

    private SourceSelection()
    {
    }

    public IReadOnlyList<AssignmentSource> Sources => _sources;

    /// <summary>The problems of sources that could not be read. Of sources with the same name, the last is a
    /// problem.</summary>
    public IReadOnlyList<SourceProblem> Problems => _problems;

    public IReadOnlyList<string> NotFound => _notFound;

    /// <summary>Messages about named notebooks without a task, files that are not notebooks, and folders without
    /// sources.</summary>
    public IReadOnlyList<string> NoAssignments => _noAssignments;

    /// <summary>Reads notebooks. For a folder, the notebooks in it are read; if there are none, those in its
    /// subfolders. Notebooks without tasks in a folder are skipped.</summary>
    public static SourceSelection Of(IEnumerable<string> paths)
    {
        var selection = new SourceSelection();
        foreach (string path in paths)
            selection.Add(path);
        selection._problems.AddRange(
            from same in selection._sources.GroupBy(source => source.Name, StringComparer.OrdinalIgnoreCase)
            where same.Count() > 1
            let sentence = $"There is another source of this name: {same.First().Path}. Names must be unique."
            select new SourceProblem(same.Last().Path, null, null, sentence));
        return selection;
    }

    private void Add(string path)
    {
        if (Directory.Exists(path))
            AddFolder(path);
        else if (File.Exists(path))
            Read(Path.GetFullPath(path), _noAssignments);
        else
            _notFound.Add(path);
    }

    private void AddFolder(string folder)
    {
        int before = _sources.Count + _problems.Count;
        var reasons = new List<string>();
        foreach (string notebook in NotebooksIn(folder))
            Read(notebook, reasons);
        if (_sources.Count + _problems.Count > before)
            return;
        _noAssignments.AddRange(
            reasons.Count > 0
                ? reasons
                : [$"There is no notebook (.ipynb) in the folder {folder}, nor in a folder in it."]);
    }

    private static IReadOnlyList<string> NotebooksIn(string folder)
    {
        IReadOnlyList<string> notebooks = NotebookSelection.Of([folder]).Notebooks;
        return notebooks.Count > 0
            ? notebooks
            : NotebookSelection.Of(
                    Directory.EnumerateDirectories(folder).Where(inner => !Path.GetFileName(inner).StartsWith('.'))
                        .Order(StringComparer.Ordinal))
                .Notebooks;
    }

    /// <param name="others">Receives a message if the notebook is not an assignment.</param>
    private void Read(string notebook, List<string> others)
    {
        if (_sources.Exists(source => source.Path == notebook))
            return;
        try
        {
            _sources.Add(SourceReader.Read(notebook));
        }
        catch (SourceException e) when (e.IsNotAnAssignment && e.Problems.Count == 1)
        {
            others.Add(e.Message);
        }
        catch (SourceException e)
        {
            _problems.AddRange(e.Problems);
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
