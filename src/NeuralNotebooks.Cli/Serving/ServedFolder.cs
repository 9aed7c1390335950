namespace NeuralNotebooks.Cli;

internal sealed record ServedFile(Stream Content, DateTime Written)
{
    /// <summary>The entity tag of the file, which changes when the file does.</summary>
    public string Tag => Invariant($"\"{Written.Ticks:x}-{Content.Length:x}\"");
}

/// <summary>The files that a server may send: those in a folder that are not hidden.</summary>
internal sealed class ServedFolder(string folder)
{
    private readonly string _folder = Path.GetFullPath(folder);

    /// <summary>Whether the unescaped path of a URL names a folder that may be served.</summary>
    public bool HasFolder(string path)
        => PlaceOf(path) is { } place && Directory.Exists(place) && RealPath.IsIn(_folder, place);

    /// <summary>Opens the file that the unescaped path of a URL names; null if none may be served.</summary>
    /// <remarks>A symbolic link may change after its path was checked and before the file is opened. So the place of
    /// the opened file is checked, too. A pipe or device, whose length is 0, is not opened, since that could block
    /// forever.</remarks>
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

    private bool IsServed(string real) => RealPath.Of(_folder) is { } root && RealPath.IsVisibleBelow(root, real);

    /// <summary>The file system path for the path of a URL, whether or not it exists; null if the URL's path has names
    /// that are not allowed.</summary>
    private string? PlaceOf(string path)
    {
        string[] names = [.. path.Trim('/').Split('/')];
        bool isRefused = path.Contains("//") || names.Any(IsRefused);
        return isRefused ? null : Path.Combine([_folder, .. names]);
    }

    private static bool IsRefused(string name)
        => name.StartsWith('.') || name.Any(c => c is '/' or '\\' or ':' || char.IsControl(c));
}
