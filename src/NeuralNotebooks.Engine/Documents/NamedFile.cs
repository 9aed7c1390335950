using System.Formats.Tar;
using System.Text;

namespace NeuralNotebooks.Engine;

/// <summary>
/// Opens files that somebody has named: regular ones, up to a size. A pipe would wait for its writer for ever, a device
/// may have no end. Writes files so that nothing of what was there is lost before the new content is whole.
/// </summary>
public static partial class NamedFile
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
        if (file.Exists && !IsRegular(file))
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

    /// <summary>Reads a file as text: UTF-8, unless its byte order mark says another encoding.</summary>
    /// <returns>The text, and whether all of the file is in it: U+FFFD, the replacement character, stands for bytes
    /// that have no meaning in the encoding.</returns>
    /// <inheritdoc cref="OpenRead" path="/exception"/>
    public static (string Text, bool IsWhole) ReadWhole(string path)
    {
        byte[] content = ReadAllBytes(path);
        using var reader = new StreamReader(new MemoryStream(content), Encoding.UTF8);
        string text = reader.ReadToEnd();
        if (!text.Contains('\uFFFD'))
            return (text, true);
        Encoding encoding = reader.CurrentEncoding;
        ReadOnlySpan<byte> bytes = content, mark = encoding.Preamble;
        return (text, bytes[(bytes.StartsWith(mark) ? mark.Length : 0)..].SequenceEqual(encoding.GetBytes(text)));
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

    /// <summary>Whether it is no pipe, socket or device: these have no length.</summary>
    internal static bool IsRegular(FileInfo file) =>
        file.Length > 0 || OperatingSystem.IsWindows() || OperatingSystem.IsBrowser()
        || IsArchivedAsFile(file.FullName);

    /// <summary>
    /// Whether a file without a length is a regular one. .NET tells the kind of such a file in the entry that an
    /// archive would have for it, and only there.
    /// </summary>
    /// <remarks>A method of its own: a page has no System.Formats.Tar, and a method loads all assemblies that it
    /// names when it is first called.</remarks>
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
            return false; // A socket, which no archive holds, or a file that cannot be read.
        }
        archive.Position = 0;
        return new TarReader(archive).GetNextEntry()?.EntryType == TarEntryType.RegularFile;
    }
}
