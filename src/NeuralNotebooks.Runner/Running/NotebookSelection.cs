namespace NeuralNotebooks.Runner;

/// <param name="Notebooks">Full paths, each once, in the order in which they were named; those of a folder by
/// name.</param>
/// <param name="EmptyFolders">Folders that were named but contain no notebook.</param>
public sealed record NotebookSelection(IReadOnlyList<string> Notebooks, IReadOnlyList<string> EmptyFolders)
{
    /// <summary>Selects each path to a file, even if it does not exist, and for each folder the notebooks in it (not
    /// those in its subfolders). A C# file in a folder is a notebook if it has a line <c>// %%</c>. If a folder has
    /// NAME.ipynb and also NAME.dib or NAME.cs, only NAME.ipynb is selected; and not NAME.claims.cs.</summary>
    public static NotebookSelection Of(IEnumerable<string> paths)
    {
        var notebooks = new List<string>();
        var emptyFolders = new List<string>();
        foreach (string path in paths.Select(Path.GetFullPath))
        {
            string[]? inFolder = Directory.Exists(path) ? InFolder(path) : null;
            if (inFolder is [])
                emptyFolders.Add(path);
            notebooks.AddRange(inFolder ?? [path]); // An unreadable folder is reported when it is run.
        }
        return new([.. notebooks.Distinct(PathComparer)], emptyFolders);
    }

    /// <returns>The notebooks in a folder by name; null if they cannot be listed.</returns>
    private static string[]? InFolder(string folder) =>
        NamedFile.TryRead<string[]?>(
            () =>
            [
                .. Directory
                    .EnumerateFiles(folder)
                    .Where(file => Notebook.IsNotebook(file) && !Path.GetFileName(file).StartsWith('.'))
                    .Where(file => Claims.NotebookOf(file) is null)
                    .Where(file => !Notebook.IsText(file)
                        || !File.Exists(Path.ChangeExtension(file, Notebook.JupyterExtension)))
                    .Order(StringComparer.Ordinal),
            ],
            otherwise: null);

    internal static StringComparer PathComparer
        => OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
}
