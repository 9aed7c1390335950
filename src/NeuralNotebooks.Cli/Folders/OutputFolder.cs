using System.Diagnostics;

namespace NeuralNotebooks.Cli;

/// <summary>The folder that a run writes to: the site, and in it the executed notebooks.</summary>
internal sealed record OutputFolder
{
    public OutputFolder(string path) => Path = System.IO.Path.GetFullPath(path);

    public string Path { get; }

    /// <summary>How Linux, macOS and Windows say that somebody else has the file open.</summary>
    private static readonly int[] _isInUse = [11, 35, unchecked((int)0x80070020)];

    private static readonly TimeSpan _lockTimeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _pollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>The name of the file that one run at a time holds open while it writes.</summary>
    private const string LockFile = ".nn-lock";

    public string Notebooks => System.IO.Path.Combine(Path, "notebooks");

    /// <summary>Creates the folder, and waits until no other run writes there.</summary>
    /// <returns>What keeps other runs waiting until it is disposed.</returns>
    /// <exception cref="IOException">It cannot be written to, or another run writes there all the time.</exception>
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
}
