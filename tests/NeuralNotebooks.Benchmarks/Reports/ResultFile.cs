namespace NeuralNotebooks.Benchmarks;

internal static class ResultFile
{
    /// <summary>Creates the folder and checks that the file can be written. This is done before measuring, since an
    /// error afterwards would lose the results.</summary>
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
