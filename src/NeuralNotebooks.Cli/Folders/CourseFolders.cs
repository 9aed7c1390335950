using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Cli;

/// <summary>The folders of the course, from wherever inside it the command is run.</summary>
/// <param name="Root">The folder that holds <c>notebooks/</c>, <c>src/</c> and <c>data/</c>.</param>
internal sealed record CourseFolders(string Root)
{
    public string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>Where releases of assignments go.</summary>
    public string Assignments => Path.Combine(Root, "artifacts", "assignments");

    public string Kit => Path.Combine(Root, "artifacts", "kit");

    public string Site => Path.Combine(Root, "artifacts", "site");

    public string Data => Path.Combine(Root, "data");

    public string Sources => Path.Combine(Root, "src");

    /// <summary>Whether this is the complete course, and not just any folder with notebooks/ in it.</summary>
    public bool IsComplete => Directory.Exists(Data) && Directory.Exists(Path.Combine(Sources, "NeuralNotebooks"));

    /// <summary>Looks from the working directory upwards, then, unless it is installed, from this program's folder
    /// upwards; null when there is no course.</summary>
    public static CourseFolders? Find() =>
        From(Directory.GetCurrentDirectory())
        ?? (BuiltKit.Installed is null ? From(AppContext.BaseDirectory) : null);

    /// <summary>Where results go: the course, otherwise the working directory.</summary>
    public static CourseFolders OrHere() => Find() ?? new(Directory.GetCurrentDirectory());

    /// <summary>Looks from a folder upwards for one with notebooks in <c>notebooks/</c>.</summary>
    public static CourseFolders? From(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
            if (At(at.FullName) is { } course)
                return course;
        return null;
    }

    /// <summary>The course whose folder this is; null if there are no notebooks in its <c>notebooks/</c>.</summary>
    public static CourseFolders? At(string folder)
    {
        var course = new CourseFolders(folder);
        return Directory.Exists(course.Notebooks)
            && Directory.EnumerateFiles(course.Notebooks, "*.ipynb", new EnumerationOptions()).Any()
            ? course
            : null;
    }
}
