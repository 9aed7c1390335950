using System.Text;

namespace NeuralNotebooks.Engine;

public static partial class NamedFile
{
    /// <summary>A temporary file older than this was left by a process that ended before it could delete it.</summary>
    private static readonly TimeSpan _longestWrite = TimeSpan.FromHours(1);

    /// <summary>Writes a file atomically, and creates its folder if necessary: the old file is replaced only when the
    /// new content has been written completely. A symbolic link is replaced, not followed.</summary>
    /// <remarks>An existing file keeps its mode and its owner. If it has several hard links, an access control list, or
    /// an owner that this user may not assign, it is overwritten in place instead of replaced, so that these are kept
    /// as well. A temporary file in the same folder holds the complete new content until then.</remarks>
    /// <exception cref="UnauthorizedAccessException">The file is read-only.</exception>
    public static void Write(string path, byte[] content)
    {
        FileMetadata? old = FileMetadata.Of(path);
        string temporary = WriteBeside(path, content, isPrivate: old is not null);
        bool isNeeded = false;
        try
        {
            isNeeded = old?.ApplyTo(temporary) == false;
            if (isNeeded)
                Overwrite(path, content);
            else
                Move(temporary, path);
            isNeeded = false;
        }
        catch (IOException e) when (isNeeded)
        {
            throw new IOException($"{path} may be incomplete; the complete content is in {temporary}. {e.Message}", e);
        }
        finally
        {
            if (!isNeeded)
                File.Delete(temporary);
        }
    }

    /// <inheritdoc cref="Write(string, byte[])"/>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Atomically replaces a file with another, finished file. The new file gets the mode of the old one, and
    /// its owner if this user may assign it.</summary>
    /// <inheritdoc cref="Write(string, byte[])" path="/exception"/>
    public static void Replace(string path, string finished)
    {
        if (FileMetadata.Of(path) is { } old)
            old.ApplyTo(finished, evenIfOwnerDiffers: true);
        Move(finished, path);
    }

    /// <summary>Writes the content to a temporary file in the folder of a file, and creates the folder if necessary.
    /// Also deletes old temporary files of the same file, which processes have left that ended too early.</summary>
    /// <returns>The path of the temporary file.</returns>
    internal static string WriteBeside(string path, byte[] content, bool isPrivate = false)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!,
            start = $".{Path.GetFileName(path)}.";
        Directory.CreateDirectory(folder);
        DateTime old = DateTime.UtcNow - _longestWrite;
        foreach (
            string left in Directory
                .EnumerateFiles(folder)
                .Where(file => Path.GetFileName(file) is var name && name.StartsWith(start, StringComparison.Ordinal)
                    && Guid.TryParseExact(name[start.Length..], "N", out _))
                .Where(file => File.GetLastWriteTimeUtc(file) < old)
        )
            File.Delete(left);

        string temporary = Path.Combine(folder, $"{start}{Guid.NewGuid():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (isPrivate && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var stream = new FileStream(temporary, options);
            stream.Write(content);
            // After a power failure, the new name could otherwise lead to an empty file.
            stream.Flush(flushToDisk: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
        return temporary;
    }

    private static void Overwrite(string path, byte[] content)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read);
        stream.Write(content);
        stream.SetLength(content.Length);
    }

    /// <summary>Moves a file. If several programs do so at the same time, Windows denies it to all but one, so it is
    /// tried again.</summary>
    private static void Move(string from, string to)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                File.Move(from, to, overwrite: true);
                return;
            }
            catch (Exception e)
                when (OperatingSystem.IsWindows() && attempt < 50 && e is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(20);
            }
        }
    }
}
