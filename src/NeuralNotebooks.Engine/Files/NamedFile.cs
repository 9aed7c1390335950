using System.Formats.Tar;

namespace NeuralNotebooks.Engine;

/// <summary>Reads and writes files whose names come from the user. It only opens regular files up to a maximal size:
/// reading a pipe could block forever, and a device may have no end. It writes files so that the old content is not
/// lost before the new content has been written completely.</summary>
public static partial class NamedFile
{
    /// <summary>The maximal size of a file (bytes): larger than any notebook, and less than the memory of most
    /// machines.</summary>
    public const long MaxLength = 512 * Megabyte;

    private const long Megabyte = 1024 * 1024;

    /// <exception cref="IOException">The file is not a regular file, is too large or cannot be read; the message
    /// contains the path.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not read the file.</exception>
    public static FileStream OpenRead(string path)
    {
        if (Directory.Exists(path))
            throw new IOException($"{path} is a folder, not a file.");
        var file = new FileInfo(path);
        if (file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
            file = target;
        if (file.Exists && !IsRegular(file))
            throw new IOException($"{path} is a pipe or a device, not a file.");
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (stream.Length <= MaxLength)
            return stream;
        long megabytes = stream.Length / Megabyte;
        stream.Dispose();
        throw new IOException(Invariant($"{path} has {megabytes} MB; at most {MaxLength / Megabyte} MB are read."));
    }

    public static byte[] ReadAllBytes(string path)
    {
        using FileStream stream = OpenRead(path);
        using var content = new MemoryStream((int)stream.Length);
        stream.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>Reads a file as text: UTF-8 or the given encoding, unless its byte order mark says another.</summary>
    public static string ReadAllText(string path, Encoding? encoding = null)
    {
        using var reader = new StreamReader(OpenRead(path), encoding ?? Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Decodes the content of a file: UTF-8, unless its byte order mark says another encoding.</summary>
    /// <returns>The text, and whether it was decoded without loss. Bytes that are invalid in the encoding become
    /// U+FFFD, the replacement character.</returns>
    public static (string Text, bool IsWhole) Decode(byte[] content)
    {
        using var reader = new StreamReader(new MemoryStream(content), Encoding.UTF8);
        string text = reader.ReadToEnd();
        ReadOnlySpan<byte> bytes = content, mark = reader.CurrentEncoding.Preamble;
        bool isWhole = !text.Contains('\uFFFD')
            || bytes[(bytes.StartsWith(mark) ? mark.Length : 0)..].SequenceEqual(reader.CurrentEncoding.GetBytes(text));
        return (text, isWhole);
    }

    /// <summary>The result of <paramref name="read"/>, or <paramref name="otherwise"/> if the file does not exist or
    /// cannot be read.</summary>
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

    /// <returns>Whether a change of files or folders has succeeded: the system may not allow it, or a process may still
    /// use them.</returns>
    public static bool Try(Action change) => TryRead(
        () =>
        {
            change();
            return true;
        },
        otherwise: false);

    internal static bool IsRegular(FileInfo file) =>
        file.Length > 0 || OperatingSystem.IsWindows() || OperatingSystem.IsBrowser()
        || IsArchivedAsFile(file.FullName);

    /// <summary>Whether a file of length 0 is a regular file. The only place where .NET tells the type of such a file
    /// is the entry that <see cref="TarWriter"/> creates for it.</summary>
    /// <remarks>This is a separate method since the runtime loads the assemblies that a method uses on its first call,
    /// and System.Formats.Tar is not available in a browser.</remarks>
    private static bool IsArchivedAsFile(string path)
    {
        using var archive = new MemoryStream();
        try
        {
            using var writer = new TarWriter(archive, leaveOpen: true);
            writer.WriteEntry(path, "file");
        }
        catch (IOException)
        {
            return false; // A socket, which an archive cannot contain, or an unreadable file.
        }
        archive.Position = 0;
        return new TarReader(archive).GetNextEntry()?.EntryType == TarEntryType.RegularFile;
    }
}
