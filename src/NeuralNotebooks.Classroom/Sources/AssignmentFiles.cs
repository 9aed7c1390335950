namespace NeuralNotebooks.Classroom;

/// <summary>Finds the data files of an assignment. Students get them, and they are visible to judged
/// processes.</summary>
internal static class AssignmentFiles
{
    /// <summary>The table of grades, by which a folder of results is recognized.</summary>
    public const string Grades = "grades.csv";

    private const string Notebooks = "*.ipynb";

    private static readonly EnumerationOptions _visible = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <summary>The data files in a source's folder, as sorted relative paths with slashes: the files and folders that
    /// cells name in strings of code, in imports and in links, except notebooks, the kit's script and hidden files.
    /// Folders that contain notebooks or grades are left out, since they hold submissions, releases or
    /// results.</summary>
    public static IReadOnlyList<string> Beside(string source, IEnumerable<Cell> cells)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(source))!;
        HashSet<string> named =
        [
            .. cells.SelectMany(NamedIn).Select(path => path.Replace('\\', '/'))
                .Select(path => path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path),
        ];
        HashSet<string> namedFolders = [.. named.Select(path => path.Split('/')[0])];
        HashSet<string> others =
        [
            .. Directory.EnumerateDirectories(folder)
                .Where(child => Contains(child, Notebooks) || Contains(child, Grades))
                .Select(child => Path.GetFileName(child)),
        ];
        return
        [
            .. Directory.EnumerateFiles(folder, "*", _visible)
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                .Where(file =>
                    file != CellCompiler.KitScript && !file.EndsWith(Notebooks[1..], StringComparison.OrdinalIgnoreCase)
                    && file.Split('/') is var parts && !parts.Any(part => part.StartsWith('.'))
                    && !(parts.Length > 1 && others.Contains(parts[0]))
                    && (named.Contains(file) || (parts.Length > 1 && namedFolders.Contains(parts[0]))))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The data files that are released with the notebook. A file that only hidden tests name is not
    /// released.</summary>
    public static IReadOnlyList<string> Released(AssignmentSource source) =>
        Beside(source.Path, StudentVersion.Of(source).Cells);

    private static bool Contains(string folder, string files) =>
        Directory.EnumerateFiles(folder, files, _visible).Any();

    private static IEnumerable<string> NamedIn(Cell cell) =>
        cell switch
        {
            CodeCell => CodeStrings.In(cell.Source),
            MarkdownCell => LinkTargets.InMarkdown(cell.Source),
            _ => [],
        };

    /// <param name="given">The script to use; null, or a file that does not exist, for the one in the folder.</param>
    public static string? KitFor(string folder, string? given) =>
        new[] { given, Path.Combine(folder, CellCompiler.KitScript) }.FirstOrDefault(File.Exists);
}
