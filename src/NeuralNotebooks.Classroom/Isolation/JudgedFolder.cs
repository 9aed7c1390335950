namespace NeuralNotebooks.Classroom;

/// <summary>The files that are visible to a judged process: in its working directory the assignment's files, without
/// notebooks, and the kit's script; and the folders of the kit's libraries.</summary>
/// <param name="Files">The files by their paths in the working directory, with slashes.</param>
/// <param name="KitFolders">Folders with the kit's libraries. They have the same paths as outside.</param>
internal sealed record JudgedFolder(IReadOnlyDictionary<string, string> Files, IReadOnlyList<string> KitFolders)
{
    private const int MaxFiles = 1000;

    public static JudgedFolder Empty { get; } = new(new Dictionary<string, string>(), []);

    public static JudgedFolder Of(AssignmentSource source, string? kitScript)
    {
        // The released version may name files in stubs.
        IEnumerable<Cell> cells = source.Cells.Select(cell => cell.Cell).Concat(StudentVersion.Of(source).Cells);
        Dictionary<string, string> files = AssignmentFiles.Beside(source.Path, cells)
            .ToDictionary(file => file, file => Path.Combine(source.Folder, file));
        if (files.Count > MaxFiles)
            throw new JudgeException(
                Invariant($"{source.Folder} contains {files.Count} files. ")
                    + "Put the assignment into a folder with its files only.");
        if (AssignmentFiles.KitFor(source.Folder, kitScript) is not { } kit)
            return new JudgedFolder(files, []);
        files[CellCompiler.KitScript] = kit;
        return new JudgedFolder(files, AssignmentFiles.LibraryFoldersOf(kit));
    }

    /// <summary>Folders with the same visible files are equal, so that assignments can share processes.</summary>
    public bool Equals(JudgedFolder? other) =>
        Files.Count == other?.Files.Count && Files.All(file => other.Files.GetValueOrDefault(file.Key) == file.Value)
        && KitFolders.SequenceEqual(other.KitFolders);

    public override int GetHashCode() => Files.Count;
}
