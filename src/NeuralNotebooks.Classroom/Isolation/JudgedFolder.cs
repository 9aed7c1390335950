namespace NeuralNotebooks.Classroom;

/// <summary>What a judged process finds in its working directory: the assignment's files, without notebooks, and the
/// kit.</summary>
/// <param name="Files">The files by their paths in the working directory, with slashes.</param>
/// <param name="KitFolders">Folders with the kit's libraries, visible under their own paths.</param>
internal sealed record JudgedFolder(IReadOnlyDictionary<string, string> Files, IReadOnlyList<string> KitFolders)
{
    private const int MaxFiles = 1000;

    /// <summary>Nothing.</summary>
    public static JudgedFolder Empty { get; } = new(new Dictionary<string, string>(), []);

    /// <param name="source">The source's notebook.</param>
    /// <param name="kitScript">The kit, instead of the one beside the source; null for that one.</param>
    /// <exception cref="JudgeException">The folder is not an assignment's.</exception>
    public static JudgedFolder Of(string source, string? kitScript)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(source))!;
        Dictionary<string, string> files = AssignmentFiles
            .Beside(source)
            .ToDictionary(file => file, file => Path.Combine(folder, file));
        if (files.Count > MaxFiles)
            throw new JudgeException(
                Invariant(
                    $"{folder} holds {files.Count} files beside the source. Give the assignment a folder of its own."
                )
            );
        string kit =
            kitScript is not null && File.Exists(kitScript)
                ? kitScript
                : Path.Combine(folder, AssignmentFiles.KitScript);
        if (!File.Exists(kit))
            return new JudgedFolder(files, []);
        files[AssignmentFiles.KitScript] = kit;
        return new JudgedFolder(files, AssignmentFiles.LibrariesOf(kit));
    }

    /// <summary>Processes that see the same serve the sources of several folders.</summary>
    public bool Equals(JudgedFolder? other) =>
        Files.Count == other?.Files.Count
        && Files.All(file => other.Files.GetValueOrDefault(file.Key) == file.Value)
        && KitFolders.SequenceEqual(other.KitFolders);

    public override int GetHashCode() => Files.Count;
}
