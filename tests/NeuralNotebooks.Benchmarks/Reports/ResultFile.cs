namespace NeuralNotebooks.Benchmarks;

/// <summary>The file that results go to.</summary>
internal static class ResultFile
{
    /// <summary>Creates the folder and tests that the file can be written, before measuring: afterwards the results
    /// would be lost.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    public static void Prepare(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        bool isNew = !File.Exists(path);
        File.OpenWrite(path).Dispose();
        if (isNew)
            File.Delete(path);
    }
}
