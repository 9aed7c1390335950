using System.Formats.Tar;
using System.Text;

namespace NeuralNotebooks.Engine;

/// <summary>
/// Opens files that somebody has named: regular ones, up to a size. A pipe would wait for its writer for ever, a device
/// may have no end.
/// </summary>
public static class NamedFile
{
    /// <summary>
    /// The size (bytes) above which a file is refused: larger than any notebook, and less than the memory of most
    /// machines.
    /// </summary>
    public const long MaxLength = 512 * Megabyte;

    private const long Megabyte = 1024 * 1024;

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="IOException">It is no regular file, too large or unreadable; the message names it.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream OpenRead(string path)
    {
        if (Directory.Exists(path))
            throw new IOException($"{path} is a folder, not a file.");
        var file = new FileInfo(path);
        if (file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
            file = target;
        // Pipes, sockets and devices have no length.
        if (file is { Exists: true, Length: 0 } && !IsRegular(file.FullName))
            throw new IOException($"{path} is a pipe or a device, not a file.");
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (stream.Length <= MaxLength)
            return stream;
        long megabytes = stream.Length / Megabyte;
        stream.Dispose();
        throw new IOException(Invariant(
            $"{path} has {megabytes} MB; at most {MaxLength / Megabyte} MB are read."
        ));
    }

    /// <summary>Reads a file.</summary>
    /// <inheritdoc cref="OpenRead" path="/exception"/>
    public static byte[] ReadAllBytes(string path)
    {
        using FileStream stream = OpenRead(path);
        using var content = new MemoryStream((int)stream.Length);
        stream.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>Reads a file as text: UTF-8 or the given encoding, unless its byte order mark says another.</summary>
    /// <inheritdoc cref="OpenRead" path="/exception"/>
    public static string ReadAllText(string path, Encoding? encoding = null)
    {
        using var reader = new StreamReader(OpenRead(path), encoding ?? Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>What reading gives; another value where what is read is not there, or may not be read.</summary>
    public static T TryRead<T>(Func<T> read, T otherwise)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return otherwise;
        }
    }

    /// <summary>Writes a file and the folder that it is in: atomically, replacing what is there only when everything
    /// has been written. No link is followed.</summary>
    public static void Write(string path, byte[] content)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        string temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
        try
        {
            File.WriteAllBytes(temporary, content);
            Replace(path, temporary);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <inheritdoc cref="Write(string, byte[])"/>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Puts a finished file in the place of another, at once.</summary>
    /// <remarks>Windows denies this for a moment to all but one of several programs that do so.</remarks>
    public static void Replace(string path, string finished)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                File.Move(finished, path, overwrite: true);
                return;
            }
            catch (Exception e)
                when (OperatingSystem.IsWindows() && attempt < 50 && e is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(20);
            }
        }
    }

    /// <summary>
    /// The kind of a file without a length. .NET tells it in the entry that an archive would have for it, and only
    /// there.
    /// </summary>
    private static bool IsRegular(string path)
    {
        if (OperatingSystem.IsWindows() || OperatingSystem.IsBrowser())
            return true;
        using var archive = new MemoryStream();
        try
        {
            using var writer = new TarWriter(archive, leaveOpen: true);
            writer.WriteEntry(path, "file");
        }
        catch (IOException)
        {
            return false; // A socket, which no archive holds, or a file that cannot be read.
        }
        archive.Position = 0;
        return new TarReader(archive).GetNextEntry()?.EntryType == TarEntryType.RegularFile;
    }
}
