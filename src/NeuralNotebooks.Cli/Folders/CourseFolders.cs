namespace NeuralNotebooks.Cli;

/// <summary>The folders of a course.</summary>
internal sealed record CourseFolders(string Root)
{
    public string Notebooks => Path.Combine(Root, "notebooks");

    public string Assignments => Path.Combine(Root, "artifacts", "assignments");

    /// <summary>The kit that was built in this folder, if there is one. Notebooks may use another:
    /// <see cref="BuiltKit.For"/> finds it.</summary>
    public BuiltKit Kit => new(Root);

    public string Site => Path.Combine(Root, "artifacts", "site");

    public string Data => Path.Combine(Root, "data");

    /// <summary>Whether this is a clone of the repository, not only a folder with <c>notebooks/</c>.</summary>
    public bool IsComplete => Directory.Exists(Data) && Directory.Exists(Path.Combine(Root, "src", "NeuralNotebooks"));

    /// <summary>Searches from a folder upwards for a folder with notebooks in <c>notebooks/</c>.</summary>
    public static CourseFolders? From(string folder) =>
        FolderSearch.Upwards(folder).Select(At).FirstOrDefault(course => course is not null);

    /// <summary>The course in a folder; null if there are no notebooks in its <c>notebooks/</c>.</summary>
    public static CourseFolders? At(string folder)
    {
        var course = new CourseFolders(folder);
        return Directory.Exists(course.Notebooks)
            && Directory.EnumerateFiles(course.Notebooks, "*", new EnumerationOptions()).Any(Notebook.IsNotebook)
            ? course : null;
    }
}
