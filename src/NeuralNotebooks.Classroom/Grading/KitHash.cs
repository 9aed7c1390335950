namespace NeuralNotebooks.Classroom;

/// <summary>A hash of the files that a session uses besides notebooks: the kit's libraries, the judge with its engine
/// and compiler, and the data files of the released notebook and the tests.</summary>
internal static class KitHash
{
    /// <summary>The hash, which does not depend on the location of the files.</summary>
    public static string Of(AssignmentSource source, string? kitScript)
    {
        var folder = JudgeFolder.Of(source, source.Tasks, kitScript);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        IEnumerable<string> grader = ((Type[])[typeof(KitHash), typeof(AssignmentSource), typeof(DotnetInstallation)])
            .Select(type => type.Assembly.Location);
        foreach (string library in JudgeProgram.FilesFor(CompilerProgram.Verb).Concat(grader).Concat(folder.Libraries)
                .OrderBy(Path.GetFileName, StringComparer.Ordinal))
            hash.AppendData(BuildId.Of(library)?.ToByteArray() ?? []);
        foreach ((string name, string path) in folder.Files.OrderBy(file => file.Key, StringComparer.Ordinal)
                .Where(file => file.Key != CellCompiler.KitScript))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(path)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
