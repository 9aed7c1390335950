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
    public static bool IsBelow(string folder, string path) =>
        Path.TrimEndingDirectorySeparator(path).Equals(Path.TrimEndingDirectorySeparator(folder), Comparison)
        || path.StartsWith(
            Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, Comparison);

    /// <summary>The path with all links resolved; null if a link is part of a cycle or cannot be read.</summary>
    public static string? Of(string path)
    {
        try
        {
            return Resolve(Path.GetFullPath(path));
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

    /// <summary>How file names are compared: with case on Linux, without case elsewhere.</summary>
    private static StringComparison Comparison =>
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private static string? Resolve(string path)
    {
        int links = 0;
        string at = Path.GetPathRoot(path)!;
        var ahead = new Stack<string>(Names(path[at.Length..]));
        while (ahead.TryPop(out string? name))
        {
            if (name == "..")
            {
                at = Path.GetDirectoryName(at) ?? at;
                continue;
            }

            string next = Path.Combine(at, name);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                at = next;
                continue;
            }

            if (++links > MaxLinks)
                return null;
            if (Path.IsPathRooted(target))
            {
                at = Path.GetPathRoot(target)!;
                target = target[at.Length..];
            }

            foreach (string part in Names(target))
                ahead.Push(part);
        }

        return at;
    }

    /// <summary>The components of a path, last one first.</summary>
    private static IEnumerable<string> Names(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
            .Where(name => name != ".")
            .Reverse();
}
