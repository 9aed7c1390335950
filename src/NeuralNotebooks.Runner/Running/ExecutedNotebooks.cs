namespace NeuralNotebooks.Runner;

/// <summary>The folder for executed notebooks. It has one file for each notebook's latest run that passed, and a second
/// file, <c>NAME.failed.ipynb</c>, for a later run that failed.</summary>
/// <remarks>So a failed run does not overwrite the result of an earlier run that passed. The metadata of each executed
/// notebook name the folder of the notebook that was run; files without them are not results, and are not
/// replaced.</remarks>
public sealed class ExecutedNotebooks
{
    /// <summary>The end of the name, before the extension, of the file for a run that failed.</summary>
    internal const string FailedSuffix = ".failed";

    private const string Metadata = "neuralnotebooks", Source = "source", ClaimsOf = "claims";

    private readonly Dictionary<string, string> _names;

    /// <summary>Assigns each of these notebooks a different file, even if two have the same name.</summary>
    public ExecutedNotebooks(string folder, IReadOnlyList<string> notebooks)
    {
        Folder = Path.GetFullPath(folder);
        _names = NamesOf(notebooks);
    }

    public string Folder { get; }

    public string FileOf(string notebook) => Path.Combine(Folder, _names[notebook] + Notebook.JupyterExtension);

    public string FailedFileOf(string notebook) =>
        Path.Combine(Folder, _names[notebook] + FailedSuffix + Notebook.JupyterExtension);

    public string? FileOf(NotebookRun run) =>
        run.Executed is null || run.Status == RunStatus.Cancelled ? null
        : run.Status == RunStatus.Passed ? FileOf(run.Path)
        : FailedFileOf(run.Path);

    public string? Write(NotebookRun run)
    {
        if (FileOf(run) is not { } file)
            return null;
        if (Foreign(run.Path) is { } foreign)
            throw new IOException($"{foreign} was changed during the run.");
        string source = Path.GetRelativePath(Folder, Path.GetDirectoryName(run.Path)!).Replace('\\', '/');
        var facts = new JsonObject { [Source] = source };
        if (run.Claims is { All.Count: > 0 } claims)
            facts[ClaimsOf] = claims.ToJson();
        // A copy, since the document may also be written to the notebook itself.
        run.Executed!.WithMetadata(Metadata, facts).Write(file);
        if (run.Status == RunStatus.Passed)
            File.Delete(FailedFileOf(run.Path));
        return file;
    }

    /// <summary>A file that a notebook's result would replace and that is not a result of an earlier run; null if there
    /// is none.</summary>
    public string? Foreign(string notebook) =>
        ((string[])[FileOf(notebook), FailedFileOf(notebook)]).FirstOrDefault(file =>
            Directory.Exists(file)
            || (File.Exists(file) && (SourceFolder(file) is null || _names.ContainsKey(Path.GetFullPath(file)))));

    public static string? SourceFolder(string file) =>
        Read(file)?.Metadata.Text(Metadata, Source) is { } source && !source.Contains('\0')
            ? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, source))
            : null;

    public static Claims ClaimsIn(string file, Notebook executed) =>
        Claims.FromJson((executed.Metadata[Metadata] as JsonObject)?[ClaimsOf], file);

    /// <summary>How many seconds the cells took in the last run that passed; null if there is none.</summary>
    public double? LastSeconds(string notebook) => Read(FileOf(notebook))?.CodeCells.Sum(cell => cell.Seconds);

    /// <summary>One file for each notebook in the folder, ordered by name: that of the run that passed, or if there is
    /// none, that of the failed run.</summary>
    public static IReadOnlyList<string> In(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        string[] files = [.. NotebookSelection.Of([folder]).Notebooks];
        return
        [
            .. files.Where(file =>
                PassedFile(file) is not { } passed || !files.Contains(passed, NotebookSelection.PathComparer)
            ),
        ];
    }

    private static Notebook? Read(string file)
    {
        try
        {
            return Notebook.Read(file);
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? PassedFile(string file)
    {
        const string ending = FailedSuffix + Notebook.JupyterExtension;
        return file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
            ? file[..^ending.Length] + Notebook.JupyterExtension : null;
    }

    /// <summary>File names without extension: the notebook's name, with the name of its folder if two would be the
    /// same, and with a number if they still are.</summary>
    private static Dictionary<string, string> NamesOf(IReadOnlyList<string> notebooks)
    {
        var result = new Dictionary<string, string>(NotebookSelection.PathComparer);
        // The results may move to a case-insensitive file system.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        ILookup<string, string> byName = notebooks.ToLookup(Name, StringComparer.OrdinalIgnoreCase);
        foreach (IGrouping<string, string> sameName in byName.OrderBy(group => group.Count()))
            foreach (string path in sameName)
            {
                string folder = Path.GetFileName(Path.GetDirectoryName(path)) ?? "",
                    name = sameName.Count() == 1 ? Name(path) : $"{folder}-{Name(path)}",
                    distinct = name;
                for (int number = 2; !taken.Add(distinct); number++)
                    distinct = Invariant($"{name}-{number}");
                result.Add(path, distinct);
            }
        return result;
    }

    /// <summary>The notebook's name, changed if it begins with a dot or ends like that of a failed run.</summary>
    private static string Name(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path).TrimStart('.');
        name = name.Length == 0 ? "notebook" : name;
        return name.EndsWith(FailedSuffix, StringComparison.OrdinalIgnoreCase)
            ? name[..^FailedSuffix.Length] + "-failed" : name;
    }
}
