using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Classroom;

/// <summary>What a judged process finds in its working directory: the files beside the source, without notebooks, and the kit.</summary>
internal sealed class JudgedFolder
{
    private const string KitScript = "kit.csx";

    private JudgedFolder(IReadOnlyList<string> entries, IReadOnlyList<string> kitFolders) => (Entries, KitFolders) = (entries, kitFolders);

    /// <summary>Files and folders that appear in it under their own names.</summary>
    public IReadOnlyList<string> Entries { get; }

    /// <summary>Folders with the kit's libraries, which appear where they are.</summary>
    public IReadOnlyList<string> KitFolders { get; }

    /// <summary>Nothing.</summary>
    public static JudgedFolder Empty { get; } = new([], []);

    /// <param name="source">The source's notebook.</param>
    /// <param name="kitScript">The kit, instead of the one that lies beside the source; null for that one.</param>
    public static JudgedFolder Of(string source, string? kitScript)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(source))!;
        List<string> entries = [.. Directory.EnumerateFileSystemEntries(folder)
            .Where(entry => !entry.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) && !Path.GetFileName(entry).StartsWith('.')).Order(StringComparer.Ordinal)];
        string? kit = kitScript is not null && File.Exists(kitScript) ? kitScript : entries.FirstOrDefault(entry => Path.GetFileName(entry) == KitScript);
        if (kit == kitScript && kit is not null)
            entries = [.. entries.Where(entry => Path.GetFileName(entry) != KitScript), kit];
        return new JudgedFolder(entries, kit is null ? [] : LibraryFolders(kit));
    }

    private static List<string> LibraryFolders(string kit)
        => [.. Directive.FindAll(File.ReadAllText(kit)).Values
            .Where(directive => directive.Name == "#r")
            .Select(directive => Path.GetDirectoryName(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(kit)!, directive.Argument)))!)
            .Where(Directory.Exists).Distinct()];
}
