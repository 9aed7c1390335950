using System.IO.Pipes;

namespace NeuralNotebooks.Runner;

/// <summary>The named pipe over which a worker connects. On Unix it is a socket file in the temporary folder, which is needed only until then.</summary>
internal static class WorkerPipe
{
    private const string FilePrefix = "CoreFxPipe_", NamePrefix = "nn-";

    /// <summary>Longer than any worker takes to connect.</summary>
    private static readonly TimeSpan _stale = TimeSpan.FromMinutes(2);

    public static string NewName() => $"{NamePrefix}{Guid.NewGuid():N}"[..19];

    /// <exception cref="WorkerStartException">The system does not allow a pipe of this name.</exception>
    public static NamedPipeServerStream Create(string name)
    {
        try
        {
            return new NamedPipeServerStream(
                name, PipeDirection.InOut, maxNumberOfServerInstances: 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            string reason = e is ArgumentException ? $"the path of the temporary folder is too long for a socket ({Path.GetTempPath()})" : e.Message;
            throw new WorkerStartException($"A process for the notebook could not be started: {reason}", e);
        }
    }

    /// <summary>The worker has connected: nothing stays in the temporary folder even when this process is killed.</summary>
    public static void RemoveFile(string name) => Delete(PathOf(name));

    /// <summary>Removes the files of runners that were killed before their worker had connected.</summary>
    public static void RemoveStale()
    {
        if (OperatingSystem.IsWindows())
            return;
        try
        {
            foreach (string file in Directory.EnumerateFileSystemEntries(Path.GetTempPath(), FilePrefix + NamePrefix + "*"))
                if (DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > _stale)
                    Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is only tidying up.
        }
    }

    /// <summary>Where .NET keeps the socket of a named pipe.</summary>
    public static string PathOf(string name) => Path.Combine(Path.GetTempPath(), FilePrefix + name);

    private static void Delete(string file)
    {
        if (OperatingSystem.IsWindows())
            return;
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's.
        }
    }
}
