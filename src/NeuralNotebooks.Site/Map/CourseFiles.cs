namespace NeuralNotebooks.Site;

/// <summary>The result of resolving a relative path: a file or folder that may be published, or null. It is refused if
/// it exists but may not be published.</summary>
internal sealed record LinkTarget(string? Path, bool IsRefused)
{
    /// <summary>The folder that contains the file, and from which files may be published.</summary>
    public string Root { get; init; } = "";

    public const string Refused = "is not published: it is hidden or outside the notebook's folder";
}

internal sealed class CourseFiles(SiteOptions options, SiteDocuments documents)
{
    private readonly Dictionary<string, PublishedFile> _files = [];
    private readonly FileNames _names = new();

    public IReadOnlyCollection<PublishedFile> Published => _files.Values;

    /// <summary>Resolves a relative path in a notebook: first in the notebook's folder, then in the folders where the
    /// notebooks were written.</summary>
    /// <remarks>A site may be published, and its notebooks may be written by anybody. So a file is published only if it
    /// is in one of these folders (or in the folder of the course, if that contains the folder), after symbolic links
    /// are resolved, and if no part of its path is hidden.</remarks>
    public LinkTarget Find(string notebook, string relative)
    {
        var found = new LinkTarget(null, IsRefused: false);
        if (relative.Contains('\0'))
            return found; // Paths cannot have this character.
        IEnumerable<string> sources = options.SourceFolderOf.TryGetValue(notebook, out string? own)
            ? [own]
            : options.SourceFolders;
        foreach (string folder in sources.Prepend(Path.GetDirectoryName(Path.GetFullPath(notebook))!))
        {
            string path = Path.GetFullPath(Path.Combine(folder, relative));
            if (!File.Exists(path) && !Directory.Exists(path))
                continue;
            string root = documents.RootOf(notebook) is { } above && RealPath.IsIn(above, folder) ? above
                : options.CourseFolder is { } course && RealPath.IsIn(course, folder) ? course
                : folder;
            if (MayPublish(root, path, relative))
                return new(path, IsRefused: false) { Root = root };
            found = new(null, IsRefused: true);
        }
        return found;
    }

    private static bool MayPublish(string root, string path, string relative) =>
        RealPath.Of(root) is { } realRoot
        && RealPath.Of(path) is { } realPath
        && RealPath.IsVisibleBelow(realRoot, realPath)
        && !relative.Split('/', '\\').Any(name => name.StartsWith('.') && name is not ("." or ".."));

    public string Publish(string file)
    {
        string source = RealPath.Of(file) ?? file;
        if (!_files.TryGetValue(source, out PublishedFile? known))
        {
            byte[] content = NamedFile.ReadAllBytes(source);
            string name = _names.Reserve(Path.GetFileNameWithoutExtension(file), Path.GetExtension(file));
            known = new("files/" + name, source, content);
            _files.Add(source, known);
        }
        return SiteMap.Address(known.Name);
    }
}
