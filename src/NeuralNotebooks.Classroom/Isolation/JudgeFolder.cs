namespace NeuralNotebooks.Classroom;

/// <summary>The files that are visible to a judge process: in its working directory those that students get with the
/// assignment and those that the tests of its tasks name, and the kit's script; and the kit's libraries.</summary>
/// <param name="Files">The files by their paths in the working directory, with slashes.</param>
/// <param name="Libraries">The kit's libraries. They have the same paths as outside.</param>
internal sealed record JudgeFolder(IReadOnlyDictionary<string, string> Files, IReadOnlyList<string> Libraries)
{
    private const int MaxFiles = 1000;

    public static JudgeFolder Empty { get; } = new(new Dictionary<string, string>(), []);

    /// <summary>The files for judging some of a source's tasks. Solutions see the same files as answers, so that
    /// checking the source finds a solution that reads a file which no student has.</summary>
    public static JudgeFolder Of(AssignmentSource source, IEnumerable<AssignmentTask> tasks, string? kitScript)
    {
        IEnumerable<Cell> tests = source.Cells
            .Where(cell => cell.Role == CellRole.Tests && tasks.Any(task => task.Name == cell.Task))
            .Select(cell => cell.Cell);
        Dictionary<string, string> files = AssignmentFiles
            .Beside(source.Path, StudentVersion.Of(source).Cells.Concat(tests))
            .ToDictionary(file => file, file => Path.Combine(source.Folder, file));
        if (files.Count > MaxFiles)
            throw new JudgeException(
                Invariant($"{source.Folder} contains {files.Count} files. ")
                    + "Put the assignment into a folder with its files only.");
        if (AssignmentFiles.KitFor(source.Folder, kitScript) is not { } kit)
            return new JudgeFolder(files, []);
        files[CellCompiler.KitScript] = kit;
        return new JudgeFolder(files, ReferencedFiles.Of(ScriptLibraries.Of(kit)));
    }

    /// <summary>Folders with the same visible files are equal, so that assignments can share processes.</summary>
    public bool Equals(JudgeFolder? other) =>
        Files.Count == other?.Files.Count && Files.All(file => other.Files.GetValueOrDefault(file.Key) == file.Value)
        && Libraries.SequenceEqual(other.Libraries);

    public override int GetHashCode() => Files.Count;
}
