using System.IO.Pipes;
using System.Net.Sockets;

namespace NeuralNotebooks.Runner;

/// <summary>The runner's ends of the two named pipes to a worker. On Unix the pipes are socket files in the temporary
/// folder, which are needed only until both have connected.</summary>
/// <remarks>There is one pipe for each direction, so that the worker can use synchronous calls. On Windows, a pipe for
/// both directions would have to be asynchronous, and synchronous calls on it use the thread pool, which a cell may
/// occupy.</remarks>
internal static class WorkerPipe
{
    public static string NewName() => $"nn-{Guid.NewGuid():N}"[..19];

    /// <summary>Creates an asynchronous end of a pipe, so that waiting for the worker can be cancelled.</summary>
    /// <exception cref="WorkerStartException">The system does not allow a pipe of this name.</exception>
    public static NamedPipeServerStream Create(string name, PipeDirection direction)
    {
        try
        {
            return new NamedPipeServerStream(
                name,
                direction,
                maxNumberOfServerInstances: 1,
                PipeTransmissionMode.Byte,
                PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        }
        catch (Exception e) when (e is ArgumentException or IOException or SocketException
            or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            string folder = Path.GetTempPath();
            string reason = e is ArgumentException
                ? $"the path of the temporary folder is too long for a socket ({folder})"
                : OperatingSystem.IsWindows() || Directory.Exists(folder) ? $"{e.Message} (for a socket in {folder})"
                : $"there is no temporary folder {folder}. Make it, or set TMPDIR to one that is there.";
            throw new WorkerStartException($"A process for the notebook could not be started: {reason}", e);
        }
    }

    /// <summary>Deletes the socket files. Called when the worker has connected, so that no files remain even if this
    /// process is killed.</summary>
    public static void RemoveFiles(string name)
    {
        if (OperatingSystem.IsWindows())
            return;
        File.Delete(PathOf(WorkerProtocol.Commands(name)));
        File.Delete(PathOf(WorkerProtocol.Answers(name)));
    }

    /// <summary>The path of the socket file that .NET creates for a named pipe.</summary>
    private static string PathOf(string name) => Path.Combine(Path.GetTempPath(), "CoreFxPipe_" + name);
}
