namespace NeuralNotebooks.Site;

/// <summary>Resolves all symbolic links in paths.</summary>
public static class RealPath
{
    /// <summary>The maximum number of links in a path; Linux has the same limit.</summary>
    private const int MaxLinks = 40;

    /// <summary>Whether a path is in a folder or is that folder, after the links of both are resolved.</summary>
    public static bool IsIn(string folder, string path) =>
        Of(folder) is { } real && Of(path) is { } target && IsBelow(real, target);

    /// <summary>Whether a path is in a folder or is that folder, by a comparison of names without resolving
    /// links.</summary>
    private static bool IsBelow(string folder, string path) =>
        Path.TrimEndingDirectorySeparator(path).Equals(Path.TrimEndingDirectorySeparator(folder), Comparison)
        || path.StartsWith(
            Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, Comparison);

    /// <summary>Whether a path without links is in a folder or is that folder, and no part of it below the folder is
    /// hidden.</summary>
    public static bool IsVisibleBelow(string folder, string path)
    {
        if (!IsBelow(folder, path))
            return false;
        for (string? at = path; at is not null && at.Length > folder.Length; at = Path.GetDirectoryName(at))
            if (Path.GetFileName(at).StartsWith('.')
                || (OperatingSystem.IsWindows() && new FileInfo(at).Attributes.HasFlag(FileAttributes.Hidden)))
                return false;
        return true;
    }

    /// <summary>The path with all links resolved; null if a link is part of a cycle or cannot be read.</summary>
    public static string? Of(string path)
    {
        int links = 0;
        try
        {
            return Resolve(Path.GetFullPath(path), ref links);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The path of an opened file, with all links resolved; null if it is unknown, or if the path now leads to
    /// another file.</summary>
    public static string? OfOpened(FileStream file)
    {
        // On Linux this is the path of the opened file, even if the path by which it was opened has changed since.
        if (new FileInfo($"/proc/self/fd/{file.SafeFileHandle.DangerousGetHandle()}").LinkTarget is { } place)
            return place;
        return Of(file.Name) is { } real && new FileInfo(real) is { Exists: true } named && named.Length == file.Length
            && named.LastWriteTimeUtc == File.GetLastWriteTimeUtc(file.SafeFileHandle) ? real : null;
    }

    private static StringComparison Comparison =>
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private static string Resolve(string path, ref int links)
    {
        string real = Path.GetPathRoot(path)!;
        char[] separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];
        foreach (string name in path[real.Length..].Split(separators, StringSplitOptions.RemoveEmptyEntries))
        {
            string next = Path.Combine(real, name);
            if (name == "..")
                real = Path.GetDirectoryName(real) ?? real;
            else if (name != "." && new FileInfo(next).LinkTarget is { } target)
                real = ++links <= MaxLinks
                    ? Resolve(Path.Combine(real, target), ref links)
                    : throw new IOException($"'{path}' leads through more than {MaxLinks} links.");
            else if (name != ".")
                real = next;
        }
        return real;
    }
}
