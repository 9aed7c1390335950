using System.IO.Compression;
using NeuralNotebooks.Site;

namespace NeuralNotebooks.Classroom;

/// <summary>A submitted file, in a folder or in a zip. Nothing is unpacked.</summary>
/// <param name="Path">Its path in the folder or zip, with slashes; a folder's ends in one.</param>
/// <param name="Use">Opens it, passes it on, and closes it.</param>
internal sealed record SubmittedFile(string Path, Func<Func<Stream, byte[]>, byte[]> Use)
{
    /// <summary>More than any notebook with pictures has; larger files are not read to the end.</summary>
    private const int MaxBytes = 50_000_000;

    /// <summary>As deep as any layout goes, plus an enclosing folder.</summary>
    private const int MaxDepth = 5;

    /// <summary>More than a class can have.</summary>
    private const int MaxFiles = 200_000;

    /// <summary>Why it is not read; null if it is.</summary>
    public string? Problem { get; private init; }

    /// <summary>The name without its folders.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The files of a folder or of a zip, ordinally by path.</summary>
    /// <exception cref="InvalidDataException">The file is not a zip, or has too many entries.</exception>
    public static IReadOnlyList<SubmittedFile> Of(string path) =>
        InOrder(Directory.Exists(path) ? InFolder(path) : Entries(() => ZipFile.OpenRead(path)));

    /// <summary>The files of a submitted zip, ordinally by path.</summary>
    /// <exception cref="SubmissionException">It is not a zip, is too large, or cannot be read.</exception>
    public IReadOnlyList<SubmittedFile> Unzip()
    {
        byte[] content = Read();
        try
        {
            return InOrder(Entries(() => new ZipArchive(new MemoryStream(content))));
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw new SubmissionException($"{Name} is not a readable zip file.");
        }
    }

    /// <summary>The content.</summary>
    /// <exception cref="SubmissionException">It is too large, or cannot be read.</exception>
    public byte[] Read()
    {
        if (Problem is not null)
            throw new SubmissionException(Problem);
        try
        {
            return Use(ReadAll);
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            throw new SubmissionException("The file cannot be read.");
        }
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var content = new MemoryStream();
        byte[] buffer = new byte[81920];
        for (int count; (count = stream.Read(buffer)) > 0; content.Write(buffer, 0, count))
        {
            if (content.Length + count > MaxBytes) // The sizes declared in a zip cannot be trusted.
                throw new SubmissionException(
                    Invariant($"The file is larger than {MaxBytes / 1_000_000} MB.")
                );
        }
        return content.ToArray();
    }

    private static IEnumerable<SubmittedFile> InFolder(string root)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = MaxDepth,
            AttributesToSkip = FileAttributes.None,
        };
        foreach (FileSystemInfo found in new DirectoryInfo(root).EnumerateFileSystemInfos("*", options))
        {
            string path = System
                .IO.Path.GetRelativePath(root, found.FullName)
                .Replace(System.IO.Path.DirectorySeparatorChar, '/');
            yield return found is FileInfo file
                ? new SubmittedFile(path, use => UseFile(file, use))
                {
                    Problem = RealPath.IsIn(root, file.FullName)
                        ? null
                        : "The file is a link that points outside the folder.",
                }
                : new SubmittedFile(path + "/", use => use(Stream.Null));
        }
    }

    private static byte[] UseFile(FileInfo file, Func<Stream, byte[]> use)
    {
        if (file.Length == 0)
            return []; // A pipe also has length 0, and opening it would block forever.
        using FileStream stream = file.OpenRead();
        return use(stream);
    }

    private static SubmittedFile[] InOrder(IEnumerable<SubmittedFile> files)
    {
        SubmittedFile[] all = [.. files.Take(MaxFiles + 1)];
        return all.Length > MaxFiles
            ? throw new InvalidDataException(Invariant($"There are more than {MaxFiles} files."))
            : [.. all.Where(file => !IsClutter(file.Path)).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>The entries of a zip, which is reopened for each entry that is read.</summary>
    private static IEnumerable<SubmittedFile> Entries(Func<ZipArchive> open)
    {
        using ZipArchive archive = open();
        for (int i = 0; i < archive.Entries.Count; i++)
        {
            int index = i;
            string name = archive.Entries[i].FullName.Replace('\\', '/');
            bool leavesFolder = name.StartsWith('/') || name.Split('/').Contains("..");
            yield return new SubmittedFile(name, use => UseEntry(open, index, use))
            {
                Problem = leavesFolder ? "The file's path points outside the zip." : null,
            };
        }
    }

    private static byte[] UseEntry(Func<ZipArchive> open, int index, Func<Stream, byte[]> use)
    {
        using ZipArchive archive = open();
        using Stream stream = archive.Entries[index].Open();
        return use(stream);
    }

    private static bool IsClutter(string path) =>
        path.Split('/')
            .Any(part => part is "__MACOSX" or ".ipynb_checkpoints" || part.StartsWith("._", StringComparison.Ordinal));
}

/// <summary>A submission cannot be graded; the message says why.</summary>
public sealed class SubmissionException(string message) : Exception(message);
