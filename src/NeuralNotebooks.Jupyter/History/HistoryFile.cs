using System.Text;
using System.Text.Json;

namespace NeuralNotebooks.Jupyter;

/// <summary>The history of all of a user's sessions: one JSON object per line, the newest last. Only the user can read
/// the file.</summary>
/// <remarks>
/// Several kernels may write to the file; each opens it exclusively for a short time. The file may be a symbolic link;
/// then the mode of its target is not changed.
/// </remarks>
internal sealed class HistoryFile(string path, Action<string> log)
{
    private const long MaxLength = 4 * 1024 * 1024;
    private const int RetryMilliseconds = 20;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(1);

    /// <summary>The file in the user's data folder.</summary>
    public static HistoryFile OfUser(Action<string> log) => new(Path.Combine(UserFolders.Data, "history.jsonl"), log);

    /// <summary>Adds a cell. A session without a number (0) is assigned one.</summary>
    /// <returns>The session's number.</returns>
    public int Add(int session, int line, string input, string? output)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using FileStream file = Open();
            if (file.Length > MaxLength)
                KeepNewerHalf(file);
            if (session == 0)
                session = ReadAll(file).Select(entry => entry.Session).DefaultIfEmpty().Max() + 1;
            file.Seek(0, SeekOrigin.End);
            file.Write(
                JsonSerializer.SerializeToUtf8Bytes(
                    new HistoryEntry(session, line, input, output),
                    HistoryJson.Default.HistoryEntry
                )
            );
            file.WriteByte((byte)'\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log($"The history cannot be written: {e.Message}");
        }
        return session;
    }

    /// <summary>All cells, the oldest first; none if the file cannot be read.</summary>
    public IReadOnlyList<HistoryEntry> Read()
    {
        try
        {
            if (!File.Exists(path))
                return [];
            using FileStream file = Open();
            return ReadAll(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log($"The history cannot be read: {e.Message}");
            return [];
        }
    }

    private FileStream Open()
    {
        FileStream file = OpenExclusively();
        try
        {
            if (!OperatingSystem.IsWindows() && new FileInfo(path).LinkTarget is null)
                File.SetUnixFileMode(file.SafeFileHandle, OwnerOnly);
            return file;
        }
        catch
        {
            file.Dispose(); // Otherwise no kernel could open the file again.
            throw;
        }
    }

    private FileStream OpenExclusively()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        long until = Environment.TickCount64 + (long)_timeout.TotalMilliseconds;
        while (true)
        {
            try
            {
                return new FileStream(path, options);
            }
            catch (IOException) when (Environment.TickCount64 < until)
            {
                Thread.Sleep(RetryMilliseconds); // Another kernel is writing.
            }
        }
    }

    /// <summary>Moves the newer half of the file to its beginning. If the process is killed meanwhile, no entry of this
    /// half is lost: it is overwritten nowhere, and cut off only when its copy is on the disk.</summary>
    private static void KeepNewerHalf(FileStream file)
    {
        byte[] rest = new byte[MaxLength / 2];
        file.Seek(-rest.Length, SeekOrigin.End);
        file.ReadExactly(rest);
        int start = Array.IndexOf(rest, (byte)'\n') + 1;
        file.Seek(0, SeekOrigin.Begin);
        file.Write(rest.AsSpan(start));
        file.Flush(flushToDisk: true);
        file.SetLength(rest.Length - start);
    }

    /// <summary>Reads all entries; damaged lines are skipped.</summary>
    private static List<HistoryEntry> ReadAll(FileStream file)
    {
        file.Seek(0, SeekOrigin.Begin);
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        var entries = new List<HistoryEntry>();
        while (reader.ReadLine() is { } line)
        {
            try
            {
                if (JsonSerializer.Deserialize(line, HistoryJson.Default.HistoryEntry) is { Input: not null } entry)
                    entries.Add(entry);
            }
            catch (JsonException)
            {
            }
        }
        return entries;
    }
}
