namespace NeuralNotebooks.Runner.InNotebookProcess;

/// <content>Builds projects, together with packages. MSBuild decides what is out of date, which takes some two seconds:
/// only MSBuild knows all files of which a project is made.</content>
internal sealed partial class PackageRestore
{
    private static readonly TimeSpan _turnInterval = TimeSpan.FromMilliseconds(100);

    /// <remarks>Each build copies what it has made to a new temporary folder: replacing an assembly that another
    /// process has loaded would crash that process.</remarks>
    private PackageAssets Build(string folder, PackageRequest asked, CancellationToken cancellation)
    {
        string built = Directory.CreateTempSubdirectory("nn-built-").FullName;
        Directory.CreateDirectory(folder);
        using FileStream turn = WaitForTurn(cancellation);
        string own = Path.GetFileNameWithoutExtension(RestoreProject.FileName);
        return RestoreIn(folder, asked, built, cancellation) with
        {
            Built = [.. Directory.GetFiles(built).Where(file => Path.GetFileNameWithoutExtension(file) != own)],
        };
    }

    /// <summary>Waits until no other process builds: two builds could write the same files of a project.</summary>
    private FileStream WaitForTurn(CancellationToken cancellation)
    {
        string file = Path.Combine(_cacheFolder, "build.lock");
        for (; ; cancellation.ThrowIfCancellationRequested())
            try
            {
                return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                cancellation.WaitHandle.WaitOne(_turnInterval);
            }
    }
}
