using System.IO.Compression;

namespace NeuralNotebooks.Classroom;

/// <summary>An assignment in the form that students get: a self-contained folder that works in every notebook host, and
/// a zip with the same files.</summary>
public sealed record Release(string Name, string Folder, string Zip, IReadOnlyList<string> DataFiles, ReleasedKit Kit)
{
    /// <summary>nbgrader rejects C# notebooks unless a code stub for C# is configured.</summary>
    private const string Configuration =
        """
        # For nbgrader, in the course's folder: the text that replaces a solution in C#.
        c = get_config()
        c.ClearSolutions.code_stub = {"C#": "// YOUR CODE HERE\nthrow new System.NotImplementedException();"}

        """;

    /// <summary>The earliest time that a zip can store. Every file has this time, so that the zip is
    /// reproducible.</summary>
    private static readonly DateTimeOffset _minZipTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the release of a source, and replaces an earlier one. The same source gives the same
    /// bytes.</summary>
    /// <exception cref="IOException">A file cannot be read or written, or the folder exists and is not an earlier
    /// release.</exception>
    public static Release Write(AssignmentSource source, ReleasedKit kit, string output, CancellationToken cancellation)
    {
        string folder = Path.GetFullPath(Path.Combine(output, "release", source.Name)), zip = folder + ".zip";
        string script = Path.Combine(folder, CellCompiler.KitScript);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()
            && !(File.Exists(script) && File.ReadLines(script).FirstOrDefault() == ReleasedKit.FirstLine))
            throw new IOException(
                $"{folder} is not an earlier release and would be overwritten: move it away, or choose "
                    + $"another --output.");

        string sources = source.Folder;
        string[] data = [.. AssignmentFiles.Released(source)];
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (string file in data)
            files[file] = File.ReadAllBytes(Path.Combine(sources, file));
        foreach ((string path, byte[] content) in kit.Files(source.Name))
            files[path] = content;
        files[ReleasedAssignment.FileName] = ReleasedAssignment.Of(source);
        files[source.Name + ".ipynb"] = Encoding.UTF8.GetBytes(StudentVersion.Of(source).ToJson());
        cancellation.ThrowIfCancellationRequested();

        Replace(folder, files);
        NamedFile.Write(zip, Zipped(source.Name, files));
        string configuration = Path.Combine(output, "nbgrader_config.py");
        if (!File.Exists(configuration)) // The course may have written one.
            File.WriteAllText(configuration, Configuration);
        return new Release(source.Name, folder, zip, data, kit);
    }

    /// <summary>Replaces the folder by a new one when all files are written, so that a crash leaves the earlier
    /// release or the new one.</summary>
    private static void Replace(string folder, IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        string unfinished = $"{folder}.{Guid.NewGuid():N}", earlier = $"{unfinished}.old";
        foreach ((string path, byte[] content) in files)
            NamedFile.Write(Path.Combine(unfinished, path), content);
        if (Directory.Exists(folder))
            Directory.Move(folder, earlier);
        Directory.Move(unfinished, folder);
        NamedFile.Try(() => Directory.Delete(earlier, recursive: true));
    }

    private static byte[] Zipped(string folder, IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach ((string path, byte[] content) in files)
            {
                ZipArchiveEntry entry = zip.CreateEntry($"{folder}/{path}");
                entry.LastWriteTime = _minZipTime;
                entry.ExternalAttributes = 0b110_100_100 << 16; // rw-r--r-- on every system.
                using Stream stream = entry.Open();
                stream.Write(content);
            }
        }
        return bytes.ToArray();
    }
}
