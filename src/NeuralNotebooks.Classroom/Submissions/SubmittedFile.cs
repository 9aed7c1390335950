using System.IO.Compression;

namespace NeuralNotebooks.Classroom;

/// <summary>A submitted file or folder, in a folder or in a zip. Zips are read without unpacking them to disk, and
/// symbolic links are not followed.</summary>
/// <param name="Path">Its path in the folder or zip, with slashes. The path of a folder ends in a slash.</param>
/// <param name="Use">Opens the file, hands its content to a method, and closes it.</param>
internal sealed record SubmittedFile(string Path, Action<Action<Stream>> Use)
{
    public const int MaxFiles = 10_000;

    /// <summary>The replacement character, which .NET puts into the name of a file that is not valid UTF-8.</summary>
    public const char NotUtf8 = '\uFFFD';

    /// <summary>The largest size of a file. Reading a larger file stops at this size.</summary>
    private const int MaxBytes = 50_000_000;

    /// <summary>The largest depth of folders: enough for every known layout inside a few enclosing folders.</summary>
    private const int MaxDepth = 8;

    public string? Problem { get; private init; }

    public string Name => Path[(Path.TrimEnd('/').LastIndexOf('/') + 1)..];

    public bool IsFolder => Path[^1] == '/';

    public bool IsZip => Path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    public bool IsNotebook => SubmittedName.IsNotebook(Name);

    public static IEnumerable<SubmittedFile> Of(string path) =>
        (Directory.Exists(path) ? InFolder(new DirectoryInfo(path), "", 0) : Entries(() => ZipFile.OpenRead(path)))
            .Where(file => !IsSystemFile(file.Path));

    public IReadOnlyList<SubmittedFile> Unzip()
    {
        byte[] content = Read();
        try
        {
            SubmittedFile[] files =
            [
                .. Entries(() => new ZipArchive(new MemoryStream(content))).Take(MaxFiles + 1)
                    .OrderBy(file => file.Path, StringComparer.Ordinal),
            ];
            return files.Length > MaxFiles
                ? throw new SubmissionException(Invariant($"There are more than {MaxFiles} files in {Name}."))
                : [.. files.Where(file => !IsSystemFile(file.Path))];
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw new SubmissionException($"{Name} is not a readable zip file.");
        }
    }

    public byte[] Read()
    {
        using var content = new MemoryStream();
        CopyTo(content);
        return content.ToArray();
    }

    /// <summary>Copies the content through a buffer, so that it need not fit into memory.</summary>
    public void CopyTo(Stream target)
    {
        if (Problem is not null)
            throw new SubmissionException(Problem);
        try
        {
            Use(content => Copy(content, target));
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            throw new SubmissionException("The file cannot be read.");
        }
    }

    public static T TryRead<T>(Func<T> read, T otherwise)
    {
        try
        {
            return read();
        }
        catch (SubmissionException)
        {
            return otherwise;
        }
    }

    private static void Copy(Stream content, Stream target)
    {
        byte[] buffer = new byte[81920];
        long length = 0;
        for (int count; (count = content.Read(buffer)) > 0; target.Write(buffer, 0, count))
            if ((length += count) > MaxBytes) // The sizes declared in a zip cannot be trusted.
                throw new SubmissionException(Invariant($"The file is larger than {MaxBytes / 1_000_000} MB."));
    }

    private static IEnumerable<SubmittedFile> InFolder(DirectoryInfo folder, string prefix, int depth)
    {
        foreach (FileSystemInfo found in folder.EnumerateFileSystemInfos("*", new EnumerationOptions
        {
            AttributesToSkip = FileAttributes.None,
            IgnoreInaccessible = false,
        }))
        {
            bool isFolder = found is DirectoryInfo;
            string what = isFolder ? "folder" : "file";
            string path = NormalizedName.Of($"{prefix}{found.Name}{(isFolder ? "/" : "")}");
            string? problem =
                found.LinkTarget is not null ? $"The {what} is a link, which is not followed."
                : found.Name.Contains(NotUtf8) ? $"The name of the {what} is not UTF-8. Rename it."
                : isFolder && depth == MaxDepth ? "The folder is nested too deeply."
                : isFolder && !CanOpen(found.FullName) ? "The folder cannot be opened." : null;
            yield return new SubmittedFile(path, use => UseFile(found as FileInfo, use)) { Problem = problem, };
            if (problem is null && found is DirectoryInfo inner)
                foreach (SubmittedFile file in InFolder(inner, path, depth + 1))
                    yield return file;
        }
    }

    private static bool CanOpen(string folder) =>
        NamedFile.Try(() => Directory.EnumerateFileSystemEntries(folder).GetEnumerator().Dispose());

    private static void UseFile(FileInfo? file, Action<Stream> use)
    {
        if (file is null || file.Length == 0)
            return; // A pipe also has length 0, and opening it would block forever.
        using FileStream stream = file.OpenRead();
        use(stream);
    }

    /// <summary>The entries of a zip, which is reopened for each entry that is read.</summary>
    private static IEnumerable<SubmittedFile> Entries(Func<ZipArchive> open)
    {
        using ZipArchive archive = open();
        for (int i = 0; i < archive.Entries.Count; i++)
        {
            int index = i;
            string name = NormalizedName.Of(archive.Entries[i].FullName.Replace('\\', '/'));
            if (name.Length == 0)
                continue; // Neither a file nor a folder; a zip can contain such an entry.
            bool leavesFolder = name.StartsWith('/') || name.Split('/').Contains("..");
            yield return new SubmittedFile(name, use => UseEntry(open, index, use))
            {
                Problem = leavesFolder ? "The file's path points outside the zip." : null,
            };
        }
    }

    private static void UseEntry(Func<ZipArchive> open, int index, Action<Stream> use)
    {
        using ZipArchive archive = open();
        using Stream stream = archive.Entries[index].Open();
        use(stream);
    }

    private static bool IsSystemFile(string path) =>
        path.Split('/')
            .Any(part => part is "__MACOSX" or ".ipynb_checkpoints" || part.StartsWith("._", StringComparison.Ordinal));
}
