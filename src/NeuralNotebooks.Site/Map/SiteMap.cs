namespace NeuralNotebooks.Site;

/// <summary>The result of resolving a relative path: a file or folder that may be published, or null. It is refused if
/// it exists but may not be published.</summary>
internal sealed record LinkTarget(string? Path, bool IsRefused)
{
    /// <summary>The reason for not publishing a file that is refused.</summary>
    public const string Refused = "is not published: it is hidden or outside the notebook's folder";
}

/// <summary>What the pages of a site share: the names of pages and files, the formulas, and the scripts of
/// charts.</summary>
internal sealed class SiteMap
{
    private readonly Dictionary<string, string> _pages = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PublishedFile> _files = [];
    private readonly HashSet<string> _fileNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly SiteOptions _options;

    public SiteMap(IReadOnlyList<string> notebooks, SiteOptions options)
    {
        _options = options;
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "index.html" };
        Pages = [.. notebooks.Select(notebook => Unused(StemOf(notebook), ".html", taken))];
        for (int i = 0; i < notebooks.Count; i++)
            _pages.TryAdd(StemOf(notebooks[i]) + ".ipynb", Pages[i]);
    }

    /// <summary>The name of a notebook in links. NAME.failed.ipynb, the result of a failed run, has the name
    /// NAME.</summary>
    public static string StemOf(string notebook)
    {
        const string failed = ".failed";
        string stem = Path.GetFileNameWithoutExtension(notebook);
        return stem.EndsWith(failed, StringComparison.OrdinalIgnoreCase) ? stem[..^failed.Length] : stem;
    }

    /// <summary>The files that an assignment's cells find in the notebook's folder; null for any other
    /// notebook.</summary>
    public IReadOnlyDictionary<string, byte[]>? FilesBeside(string notebook) =>
        _options.Assignments.GetValueOrDefault(notebook);

    /// <summary>Whether the notebooks are not trusted.</summary>
    public bool IsUntrusted => _options.IsUntrusted;

    /// <summary>The file names of the pages, in the order of the notebooks.</summary>
    public IReadOnlyList<string> Pages { get; }

    public FormulaBook Formulas { get; } = new();

    public PlotlyScripts Plotly { get; } = new();

    /// <summary>The files that pages refer to.</summary>
    public IReadOnlyCollection<PublishedFile> Files => _files.Values;

    /// <summary>The page of a notebook that a link names, or null when it is not in the site.</summary>
    public string? PageOf(string link) =>
        _pages.GetValueOrDefault(Path.ChangeExtension(Path.GetFileName(link), ".ipynb"));

    /// <summary>Resolves a relative path in a notebook: first in the notebook's folder, then in the folders where the
    /// notebooks were written.</summary>
    /// <remarks>
    /// A site may be published, and its notebooks may be written by anybody. So a file is published only if it is in
    /// one of these folders (or in the folder of the course, if that contains the folder), after symbolic links are
    /// resolved, and if no part of its path is hidden.
    /// </remarks>
    public LinkTarget Find(string notebook, string relative)
    {
        var found = new LinkTarget(null, IsRefused: false);
        if (notebook.Length == 0 || relative.Contains('\0'))
            return found; // The text has no folder, or the path contains the character \0, which paths cannot have.
        IEnumerable<string> sources = _options.SourceFolderOf.TryGetValue(notebook, out string? own)
            ? [own]
            : _options.SourceFolders;
        foreach (string folder in sources.Prepend(Path.GetDirectoryName(Path.GetFullPath(notebook))!))
        {
            string path = Path.GetFullPath(Path.Combine(folder, relative));
            if (!File.Exists(path) && !Directory.Exists(path))
                continue;
            string root = _options.CourseFolder is { } course && RealPath.IsIn(course, folder) ? course : folder;
            if (MayPublish(root, path, relative))
                return new(path, IsRefused: false);
            found = new(null, IsRefused: true);
        }

        return found;
    }

    /// <summary>Whether a path, with its links resolved, is inside a folder and no part of it is hidden.</summary>
    private static bool MayPublish(string root, string path, string relative) =>
        RealPath.Of(root) is { } realRoot
        && RealPath.Of(path) is { } realPath
        && RealPath.IsBelow(realRoot, realPath)
        && !IsHidden(realRoot, realPath)
        && !relative.Split('/', '\\').Any(name => name.StartsWith('.') && name is not ("." or ".."));

    private static bool IsHidden(string root, string path)
    {
        for (string? at = path; at is not null && at.Length > root.Length; at = Path.GetDirectoryName(at))
            if (
                Path.GetFileName(at).StartsWith('.')
                || (OperatingSystem.IsWindows() && File.GetAttributes(at).HasFlag(FileAttributes.Hidden))
            )
                return true;
        return false;
    }

    /// <summary>Adds a file to the site; returns its address there.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    public string Publish(string file)
    {
        string source = RealPath.Of(file) ?? file;
        if (!_files.TryGetValue(source, out PublishedFile? known))
        {
            byte[] content = NamedFile.ReadAllBytes(source);
            string name = Unused(Path.GetFileNameWithoutExtension(file), Path.GetExtension(file), _fileNames);
            known = new("files/" + name, source, content);
            _files.Add(source, known);
        }

        return Address(known.Name);
    }

    /// <summary>A path in the site, escaped for a link.</summary>
    public static string Address(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Unused(string stem, string extension, HashSet<string> taken)
    {
        string name = stem + extension;
        for (int n = 2; !taken.Add(name); n++)
            name = Invariant($"{stem}-{n}{extension}");
        return name;
    }
}
