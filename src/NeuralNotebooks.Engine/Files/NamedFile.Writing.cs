namespace NeuralNotebooks.Engine;

public static partial class NamedFile
{
    /// <summary>Writes a file atomically, and creates its folder if necessary: the old file is replaced only when the
    /// new content has been written completely. A symbolic link is replaced, not followed.</summary>
    /// <exception cref="UnauthorizedAccessException">The file is read-only.</exception>
    public static void Write(string path, byte[] content)
    {
        UnixFileMode? mode = ModeOf(path);
        string temporary = WriteBeside(path, content, isPrivate: mode is not null);
        try
        {
            Replace(path, temporary, mode);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file unless it has this content already: comparing is much faster.</summary>
    public static void Update(string path, string text)
    {
        byte[] content = Encoding.UTF8.GetBytes(text);
        if (!TryRead(() => ReadAllBytes(path).AsSpan().SequenceEqual(content), otherwise: false))
            Write(path, content);
    }

    /// <summary>Atomically replaces a file with another, finished file, which gets the mode of the old one.</summary>
    /// <inheritdoc cref="Write(string, byte[])" path="/exception"/>
    public static void Replace(string path, string finished) => Replace(path, finished, ModeOf(path));

    private static void Replace(string path, string finished, UnixFileMode? mode)
    {
        if (mode is { } old && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(finished, old);
        Move(finished, path);
    }

    /// <summary>The mode of a file. Null if there is no file, or if it is a link, a pipe or a device, which are simply
    /// replaced; always null on Windows and in a browser.</summary>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or this user may not write it.</exception>
    private static UnixFileMode? ModeOf(string path)
    {
        const UnixFileMode writable = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        var file = new FileInfo(path);
        if (OperatingSystem.IsBrowser() || !file.Exists || file.LinkTarget is not null || !IsRegular(file))
            return null;
        // The operating system would allow replacing a read-only file: renaming only needs write access to the folder,
        // and an administrator may write to any file. So the mode is checked here.
        if (OperatingSystem.IsWindows() ? file.IsReadOnly : (file.UnixFileMode & writable) == 0)
            throw new UnauthorizedAccessException($"{path} is read-only and has not been changed. Make it writable.");
        if (OperatingSystem.IsWindows())
            return null;
        File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete).Dispose();
        return file.UnixFileMode;
    }

    /// <summary>Writes the content to a temporary file in the folder of a file, and creates the folder if necessary.
    /// Its name does not contain that of the file, which may be as long as the system allows.</summary>
    internal static string WriteBeside(string path, byte[] content, bool isPrivate)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        string temporary = Path.Combine(folder, $".nn-{Guid.NewGuid():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (isPrivate && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var stream = new FileStream(temporary, options);
            stream.Write(content);
            // After a power failure, the new name could otherwise lead to an empty file.
            stream.Flush(flushToDisk: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
        return temporary;
    }

    /// <summary>Moves a file. If several programs do so at the same time, Windows denies it to all but one, so it is
    /// tried again.</summary>
    private static void Move(string from, string to)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                File.Move(from, to, overwrite: true);
                return;
            }
            catch (Exception e)
                when (OperatingSystem.IsWindows() && attempt < 50 && e is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(20);
            }
        }
    }
}
