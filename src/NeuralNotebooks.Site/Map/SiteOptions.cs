namespace NeuralNotebooks.Site;

/// <summary>The options of <see cref="CourseSite.Build"/>, such as the site's title and the folders of its
/// notebooks.</summary>
public sealed record SiteOptions
{
    /// <summary>The name of the course, shown at the top of every page; if null, the title of the front page is
    /// used.</summary>
    public string? Title { get; init; }

    public string DefaultTitle { get; init; } = "Notebooks";

    /// <summary>The folders in which the notebooks were written. Images and files that a notebook refers to are
    /// searched for in the folder of the executed notebook, then in these. The first <c>index.md</c> in them is the
    /// front page; without one, the front page is a list of the notebooks.</summary>
    public IReadOnlyList<string> SourceFolders { get; init; } = [];

    /// <summary>Executed notebook → the folder in which it was written. For these notebooks it replaces
    /// <see cref="SourceFolders"/>.</summary>
    public IReadOnlyDictionary<string, string> SourceFolderOf { get; init; } = new Dictionary<string, string>();

    /// <summary>The folder of the course. Notebooks in it may refer to all files of the course that are not hidden;
    /// other notebooks only to files in their own folder.</summary>
    public string? CourseFolder { get; init; }

    /// <summary>Whether the notebooks are not trusted. Their scripts, frames and event handlers are then left out:
    /// pages only have those of the site.</summary>
    public bool IsUntrusted { get; init; }

    /// <summary>The folder of the bundle that makes pages live, written by the build of NeuralNotebooks.Browser. If it
    /// is null, or the folder has no bundle, pages are static.</summary>
    public string? LiveBundle { get; init; }

    /// <summary>The folder of the kit, which has the scripts that draw charts. If it is null or has none, pages show
    /// charts as words.</summary>
    public string? KitFolder { get; init; }

    /// <summary>The folder with the packages that runs have restored, which live pages load; null for that of the
    /// user.</summary>
    public string? PackageCache { get; init; }

    /// <summary>The notebooks that are assignments, which a student can hand in from the live page. Each has the files
    /// that the page's cells find in the notebook's folder: path → content.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, byte[]>> Assignments { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, byte[]>>();

    /// <summary>The program that runs KaTeX. If it cannot be started, formulas are typeset in the reader's
    /// browser.</summary>
    public string Node { get; init; } = "node";
}
