namespace NeuralNotebooks.Site;

/// <summary>The folder of a site. Each file is replaced atomically. Files of the previous build that the new one does
/// not have are deleted; files that no build has written are not changed.</summary>
internal sealed class SiteFolder(string folder)
{
    public const string Inventory = ".nn-site.json";

    private readonly string _folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    /// <summary>The address of a file that is already in the site's folder; null for other files.</summary>
    public string? AddressOf(string file)
    {
        string relative = Path.GetRelativePath(_folder, Path.GetFullPath(file)).Replace('\\', '/');
        return Path.IsPathRooted(relative) || relative.StartsWith("../", StringComparison.Ordinal)
            ? null
            : SiteMap.Address(relative);
    }

    /// <summary>Replaces the site by these files: name in the site → content.</summary>
    /// <exception cref="IOException">A file would be overwritten that no earlier build has written, and the old site is
    /// unchanged; or the folder cannot be written.</exception>
    public void Publish(IReadOnlyDictionary<string, byte[]> files, CancellationToken cancellation)
    {
        HashSet<string> earlier = ReadInventory();
        if (files.FirstOrDefault(file => IsForeign(file.Key, file.Value, earlier)).Key is { } foreign)
            throw new IOException(
                $"{Path.Combine(_folder, foreign)} was not written by an earlier build of the site and would "
                    + $"be overwritten: move it away, or choose another folder for the site.");

        cancellation.ThrowIfCancellationRequested();
        // Until all files are written, the inventory lists those of both builds. So if the process is killed, the next
        // build can replace or delete them.
        WriteInventory(earlier.Union(files.Keys));
        foreach (string name in files.Keys.OrderBy(PublishOrder).ThenBy(name => name, StringComparer.Ordinal))
            NamedFile.Write(Path.Combine(_folder, name), files[name]);
        foreach (string stale in earlier.Except(files.Keys))
            Remove(stale);
        WriteInventory(files.Keys);
    }

    /// <summary>The order in which files are replaced: assets before the pages that need them, and the index
    /// last.</summary>
    private static int PublishOrder(string name)
        => name == "index.html" ? 2 : name.EndsWith(".html", StringComparison.Ordinal) ? 1 : 0;

    private bool IsForeign(string name, byte[] content, HashSet<string> earlier)
    {
        string path = Path.Combine(_folder, name);
        return !earlier.Contains(name) && File.Exists(path)
            && !NamedFile.ReadAllBytes(path).AsSpan().SequenceEqual(content);
    }

    private HashSet<string> ReadInventory()
    {
        try
        {
            string json = NamedFile.ReadAllText(Path.Combine(_folder, Inventory));
            string[] names = JsonSerializer.Deserialize<string[]>(json) ?? [];
            return [.. names.Where(IsInside)];
        }
        catch (Exception e) when (e is JsonException or ArgumentException
            or FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    private bool IsInside(string name) =>
        Path.GetFullPath(Path.Combine(_folder, name))
            .StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private void WriteInventory(IEnumerable<string> names) =>
        NamedFile.Write(
            Path.Combine(_folder, Inventory), JsonSerializer.Serialize(names.Order(StringComparer.Ordinal)));

    private void Remove(string name)
    {
        string path = Path.Combine(_folder, name);
        // A build that was killed has not written all files that the inventory lists, nor created all their folders.
        if (File.Exists(path))
            File.Delete(path);
        string parent = Path.GetDirectoryName(path)!;
        if (parent != _folder && Directory.Exists(parent) && !Directory.EnumerateFileSystemEntries(parent).Any())
            Directory.Delete(parent);
    }
}
