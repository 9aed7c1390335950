namespace NeuralNotebooks.Runner.InNotebookProcess;

/// <content>Builds projects, together with packages. MSBuild decides what is out of date, which takes some two seconds:
/// only MSBuild knows all files of which a project is made.</content>
internal sealed partial class PackageRestore
{
    private const string InUse = "in-use";

    private static readonly TimeSpan _turnInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Open until this process ends, so that no other one deletes the folders from which it loads.</summary>
    private readonly List<FileStream> _inUse = [];

    /// <remarks>Each build copies what it has made to a new folder: replacing an assembly that another process has
    /// loaded would crash that process. It deletes the folders of processes that have ended.</remarks>
    private PackageAssets Build(string folder, PackageRequest asked, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        using FileStream turn = WaitForTurn(cancellation);
        foreach (string old in Directory.GetDirectories(_cacheFolder, "built-*"))
            NamedFile.Try(() =>
            {
                OpenAlone(Path.Combine(old, InUse)).Dispose(); // Throws if a process has it open.
                Directory.Delete(old, recursive: true);
            });
        string built = Directory.CreateDirectory(Path.Combine(_cacheFolder, $"built-{Guid.NewGuid():N}")).FullName;
        _inUse.Add(OpenAlone(Path.Combine(built, InUse)));
        string own = Path.ChangeExtension(RestoreProject.FileName, ".dll");
        return RestoreIn(folder, asked, built, cancellation) with
        {
            Built = [.. Directory.GetFiles(built, "*.dll").Where(file => Path.GetFileName(file) != own)],
        };
    }

    /// <summary>Waits until no other process builds: two builds could write the same files of a project.</summary>
    private FileStream WaitForTurn(CancellationToken cancellation)
    {
        string file = Path.Combine(_cacheFolder, "build.lock");
        for (; ; cancellation.ThrowIfCancellationRequested())
            try
            {
                return OpenAlone(file);
            }
            catch (IOException) when (File.Exists(file))
            {
                cancellation.WaitHandle.WaitOne(_turnInterval);
            }
    }

    private static FileStream OpenAlone(string file) =>
        new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
}
