namespace NeuralNotebooks.Site;

/// <summary>A file that was opened to be served.</summary>
/// <param name="Content">What is sent.</param>
/// <param name="Written">When it was written.</param>
public sealed record ServedFile(Stream Content, DateTime Written)
{
    /// <summary>The encoding of a content that is stored compressed; null for a plain one.</summary>
    public string? Encoding { get; init; }

    /// <summary>Changes when the file does.</summary>
    public string Tag => Invariant($"\"{Written.Ticks:x}-{Content.Length:x}\"");
}

/// <summary>The files of a folder that a server may serve: none that are hidden, none outside it.</summary>
public sealed class ServedFolder(string folder)
{
    /// <summary>What may be stored beside a file, the smaller first: content encodings and endings.</summary>
    private static readonly (string Encoding, string Ending)[] _stored = [("br", ".br"), ("gzip", ".gz")];

    private readonly string _folder = Path.GetFullPath(folder);

    /// <summary>Whether the unescaped path of a URL names a folder that may be served.</summary>
    public bool HasFolder(string path)
        => PlaceOf(path) is { } place && Directory.Exists(place) && RealPath.IsIn(_folder, place);

    /// <summary>Opens the file that the unescaped path of a URL names, or its compressed form if that is stored beside
    /// it, accepted, and not older.</summary>
    public ServedFile? Open(string path, IReadOnlySet<string> accepted)
    {
        ServedFile? file = Open(path);
        foreach ((string encoding, string ending) in _stored)
        {
            if (file is null || !accepted.Contains(encoding) || Open(path + ending) is not { } stored)
                continue;
            bool isCurrent = stored.Written >= file.Written && stored.Content.Length > 0;
            (isCurrent ? file : stored).Content.Dispose();
            if (isCurrent)
                return stored with { Encoding = encoding };
        }
        return file;
    }

    /// <summary>Opens the file that the unescaped path of a URL names; null if none may be served.</summary>
    /// <remarks>
    /// A link may change between a look at its path and the opening, so the opened file is asked where it is. A pipe or
    /// a device has the length 0 and is not opened: that could wait forever.
    /// </remarks>
    public ServedFile? Open(string path)
    {
        if (path.EndsWith('/') || PlaceOf(path) is not { } place)
            return null;
        if (RealPath.Of(place) is not { } real || !IsServed(real))
            return null;
        var found = new FileInfo(real);
        if (found is not { Exists: true, Length: > 0 })
            return found.Exists ? new(Stream.Null, found.LastWriteTimeUtc) : null;

        const FileShare shared = FileShare.ReadWrite | FileShare.Delete;
        var options = new FileStreamOptions { Share = shared, Options = FileOptions.Asynchronous };
        var content = new FileStream(real, options);
        if (RealPath.OfOpened(content) is { } opened && IsServed(opened))
            return new(content, File.GetLastWriteTimeUtc(content.SafeFileHandle));
        content.Dispose();
        return null;
    }

    /// <summary>Whether a path without links is inside the folder, and no part of it is hidden.</summary>
    private bool IsServed(string real)
        => RealPath.Of(_folder) is { } root && RealPath.IsBelow(root, real)
            && !Path.GetRelativePath(root, real).Split(Path.DirectorySeparatorChar).Any(name => name.StartsWith('.'));

    /// <summary>The place that a path names, even if nothing is there; null if it is refused.</summary>
    private string? PlaceOf(string path)
    {
        string[] names = [.. path.Trim('/').Split('/')];
        bool isRefused = path.Contains("//") || names.Any(IsRefused);
        return isRefused ? null : Path.Combine([_folder, .. names]);
    }

    private static bool IsRefused(string name)
        => name.StartsWith('.') || name.Any(c => c is '/' or '\\' or ':' || char.IsControl(c));
}
