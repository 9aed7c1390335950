namespace NeuralNotebooks.Site;

/// <summary>Where things are in the site: the page of a notebook, and the images and files that pages refer to.</summary>
internal sealed class SiteMap
{
    private readonly Dictionary<string, string> _pages = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _sourceFolders;

    public SiteMap(IReadOnlyList<string> notebooks, IReadOnlyList<string> sourceFolders)
    {
        _sourceFolders = sourceFolders;
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "index.html" };
        Pages = [.. notebooks.Select(notebook => Unused(StemOf(notebook), ".html", taken))];
        for (int i = 0; i < notebooks.Count; i++)
            _pages.TryAdd(StemOf(notebooks[i]) + ".ipynb", Pages[i]);
    }

    /// <summary>The name of a notebook, under which links know it: a run that failed is kept in NAME.failed.ipynb.</summary>
    public static string StemOf(string notebook)
    {
        const string failed = ".failed";
        string stem = Path.GetFileNameWithoutExtension(notebook);
        return stem.EndsWith(failed, StringComparison.OrdinalIgnoreCase) ? stem[..^failed.Length] : stem;
    }

    /// <summary>The file names of the pages, in the order of the notebooks.</summary>
    public IReadOnlyList<string> Pages { get; }

    /// <summary>The files to copy: name in the site → where they are.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>The page of a notebook that a link names, or null when it is not in the site.</summary>
    public string? PageOf(string link) => _pages.GetValueOrDefault(Path.GetFileName(link));

    /// <summary>Finds what a notebook refers to by a relative path: beside the notebook, then in the folders where notebooks were written.</summary>
    /// <remarks>
    /// At most one folder up, as to <c>../data/iris.csv</c>. What lies further off is no part of a course: a link in a notebook from
    /// elsewhere shall not put files of this machine into a site that is published.
    /// </remarks>
    public string? Find(string notebook, string relative)
        => _sourceFolders
            .Prepend(Path.GetDirectoryName(Path.GetFullPath(notebook))!)
            .Select(folder => (Course: Path.GetFullPath(Path.Combine(folder, "..")), Path: Path.GetFullPath(Path.Combine(folder, relative))))
            .FirstOrDefault(found => IsIn(found.Course, found.Path) && (File.Exists(found.Path) || Directory.Exists(found.Path))).Path;

    private static bool IsIn(string folder, string path)
        => path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Takes a file into the site; returns its address there.</summary>
    public string Publish(string file)
    {
        string? known = _files.FirstOrDefault(entry => entry.Value == file).Key;
        if (known is null)
        {
            var taken = new HashSet<string>(_files.Keys.Select(name => name["files/".Length..]), StringComparer.OrdinalIgnoreCase);
            known = "files/" + Unused(Path.GetFileNameWithoutExtension(file), Path.GetExtension(file), taken);
            _files.Add(known, file);
        }

        return Address(known);
    }

    /// <summary>A path in the site as it stands in a link.</summary>
    public static string Address(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Unused(string stem, string extension, HashSet<string> taken)
    {
        string name = stem + extension;
        for (int n = 2; !taken.Add(name); n++)
            name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stem}-{n}{extension}");
        return name;
    }
}
