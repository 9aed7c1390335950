namespace NeuralNotebooks.Classroom;

internal sealed class SubmittedFiles
{
    private const string TimestampFile = "timestamp.txt";
    private const int Other = 2, MaxTimestamp = 100, MaxOthers = 5, MaxNotebooks = 10;

    private readonly SubmittedFile[] _files;

    /// <summary>Files that another student may have submitted, and whether they are read all the same.</summary>
    private readonly SubmittedFile[] _ambiguous;
    private readonly bool _readsAmbiguous;

    private readonly SubmittedFile? _timestamp;

    public SubmittedFiles(SubmissionPlace place, IEnumerable<SubmittedFile> files)
    {
        Place = place;
        SubmittedFile[] all = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
        _ambiguous = place is { User: not null, Folder: "" }
            ? [.. all.Where(file => SubmissionPlace.HasTwoAccounts(file.Name))]
            : [];
        SubmittedFile[] certain = [.. all.Except(_ambiguous)];
        _readsAmbiguous = !certain.Any(file => file.IsNotebook || file.IsZip);
        _files = _readsAmbiguous ? all : certain;
        _timestamp = place.User is null
            ? Array.Find(_files, file => file.Path == $"{place.Folder}/{TimestampFile}")
            : null;
    }

    public static SubmittedFiles None { get; } = new(new("", "", ""), []);

    public SubmissionPlace Place { get; }

    /// <summary>The beginning of the first line of nbgrader's <c>timestamp.txt</c>; empty without one.</summary>
    public string Timestamp
    {
        get
        {
            // Windows PowerShell writes UTF-16, with a byte order mark.
            byte[] content = _timestamp is null ? [] : SubmittedFile.TryRead(_timestamp.Read, []);
            using var text = new StreamReader(new MemoryStream(content));
            string line = text.ReadToEnd().Trim().Split('\r', '\n')[0].Trim();
            return line[..Math.Min(line.Length, MaxTimestamp)];
        }
    }

    public IEnumerable<SubmissionNote> Notes()
    {
        foreach (SubmittedFile skipped in _files.Where(file => file.Problem is not null).Take(MaxOthers))
            yield return new($"{skipped.Name}: {skipped.Problem}", NoteReaders.Student);
        foreach (SubmittedFile ambiguous in _ambiguous.Take(MaxOthers))
            yield return new(
                $"{ambiguous.Name}: the name contains two accounts. "
                    + (_readsAmbiguous
                        ? $"The first one counts, {Place.Name}: check whose file it is."
                        : $"It is not read, since {Place.Name} has another notebook: check whose file it is."),
                NoteReaders.Teacher);
        if (!_files.Any(file => file.IsNotebook) && Zip is { } zip)
            yield return new($"The notebook is taken from {zip.Name}.", NoteReaders.Student);
        if (_timestamp is not null && Timestamp.Length == 0)
            yield return new($"{TimestampFile} is empty, or cannot be read.", NoteReaders.Teacher);
        if (_files.Any(file => file.Name == CellCompiler.KitScript))
            yield return new(
                $"The submitted {CellCompiler.KitScript} is ignored: the course's own kit is used.",
                NoteReaders.Student);
    }

    /// <summary>The notebooks, the most probable answer first: notebooks with the assignment's name, then numbered
    /// copies, then others outside the kit's folder. Among equals the notebook in the highest folder comes first. The
    /// notebooks of the last zip follow.</summary>
    public IReadOnlyList<SubmittedFile> Notebooks()
    {
        if (_files.Length > SubmittedFile.MaxFiles)
            throw new SubmissionException(Invariant($"There are more than {SubmittedFile.MaxFiles} files."));
        SubmittedFile[] notebooks = NotebooksIn(_files);
        try
        {
            notebooks = [.. notebooks, .. NotebooksIn(Zip?.Unzip() ?? [])];
        }
        catch (SubmissionException) when (notebooks.Length > 0)
        {
            // The unreadable zip is not needed, since there is a notebook outside it.
        }
        return notebooks.Length > 0 ? notebooks : throw NoNotebook();
    }

    /// <summary>What copies each file in the notebook's folder and its subfolders, by their paths relative to that
    /// folder; empty if they cannot be read.</summary>
    public IReadOnlyDictionary<string, Action<Stream>> NextTo(SubmittedFile notebook)
    {
        string folder = notebook.Path[..^notebook.Name.Length];
        IReadOnlyList<SubmittedFile> files =
            _files.Contains(notebook) ? _files : SubmittedFile.TryRead(() => Zip?.Unzip() ?? [], []);
        return files.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal) && !file.IsFolder)
            .DistinctBy(file => file.Path)
            .ToDictionary(file => file.Path[folder.Length..], file => (Action<Stream>)file.CopyTo);
    }

    /// <summary>The zip that is read: the last one; null if there is none.</summary>
    private SubmittedFile? Zip => Array.FindLast(_files, file => file.IsZip);

    private SubmittedFile[] NotebooksIn(IReadOnlyList<SubmittedFile> files) =>
        [
            .. files.Reverse()
                .Where(file => file.IsNotebook && file.Path.Split('/') is not [.., ReleasedAssignment.KitFolder, _])
                .Where(file => !SubmittedName.IsCSharp(file.Name) || Likeness(file) < Other)
                .OrderBy(file => file.Problem is null ? 0 : 1)
                .ThenBy(Likeness)
                .ThenBy(file => file.Path.Count(c => c == '/'))
                .Take(MaxNotebooks),
        ];

    /// <summary>0 for a file with the assignment's name, 1 for a copy of it, and 2 for another file.</summary>
    private int Likeness(SubmittedFile file) =>
        SubmittedName.StemOf(file.Name) is var stem && stem == Place.Assignment ? 0
        : SubmittedName.IsOf(Place.Assignment, stem) ? 1
        : Other;

    private SubmissionException NoNotebook()
    {
        if (Array.Find(_files, file => file.Problem is not null) is { } unread)
            return new(unread.Problem!);
        if (Zip is { } zip)
            return new($"There is no notebook (.ipynb) in {zip.Name}.");
        string[] others =
            [.. _files.Where(file => !file.IsFolder && file != _timestamp).Select(file => file.Name).Take(MaxOthers)];
        return new($"There is no notebook (.ipynb){(others.Length > 0 ? $", only {string.Join(", ", others)}" : "")}.");
    }
}
