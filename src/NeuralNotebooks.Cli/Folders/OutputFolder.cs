using System.Diagnostics;

namespace NeuralNotebooks.Cli;

/// <summary>The output folder of a run: it contains the site, and in a subfolder the executed notebooks.</summary>
internal sealed record OutputFolder
{
    public OutputFolder(string path) => Path = System.IO.Path.GetFullPath(path);

    public string Path { get; }

    /// <summary>The error codes of Linux, macOS and Windows for a file that another process has locked.</summary>
    private static readonly int[] _isInUse = [11, 35, unchecked((int)0x80070020)];

    private static readonly TimeSpan _lockTimeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _pollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>The name of the lock file, which a run holds open while it writes.</summary>
    private const string LockFile = ".nn-lock";

    public string Notebooks => System.IO.Path.Combine(Path, "notebooks");

    /// <summary>Creates the folder, and waits until no other run writes there.</summary>
    /// <returns>The lock, which is released when it is disposed.</returns>
    /// <exception cref="IOException">The folder cannot be written to, or another run has not released the lock before
    /// the timeout.</exception>
    public IDisposable Lock(TimeSpan? timeout = null)
    {
        string file = System.IO.Path.Combine(Directory.CreateDirectory(Path).FullName, LockFile);
        for (long start = Stopwatch.GetTimestamp(); ; Thread.Sleep(_pollInterval))
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.Read, FileShare.None);
            }
            catch (IOException e) when (_isInUse.Contains(e.HResult))
            {
                if (Stopwatch.GetElapsedTime(start) >= (timeout ?? _lockTimeout))
                    throw new IOException($"Another run is writing to {Path}: run again when it has ended.", e);
            }
        }
    }

    /// <summary>Creates the folder for the notebooks, if there is none, and a file in it that is deleted at
    /// once.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public void TryWriting()
    {
        Directory.CreateDirectory(Notebooks);
        File.Create(System.IO.Path.Combine(Notebooks, $".{Guid.NewGuid():N}"), 1, FileOptions.DeleteOnClose).Dispose();
    }
}
