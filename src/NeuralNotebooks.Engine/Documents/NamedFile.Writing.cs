using System.Text;

namespace NeuralNotebooks.Engine;

public static partial class NamedFile
{
    /// <summary>What lies beside a file for longer than any program writes belongs to none.</summary>
    private static readonly TimeSpan _longestWrite = TimeSpan.FromHours(1);

    /// <summary>Writes a file and the folder that it is in: atomically, replacing what is there only when everything
    /// has been written. No link is followed.</summary>
    /// <remarks>A file that is there keeps its mode and its owner. One that has other names (hard links), an access
    /// control list, or an owner whom this user cannot give it, keeps these too: it is not replaced but written to, and
    /// until it is, the new content is whole beside it.</remarks>
    /// <exception cref="UnauthorizedAccessException">The file is read-only.</exception>
    public static void Write(string path, byte[] content)
    {
        FileStanding? old = FileStanding.Of(path);
        string temporary = WriteBeside(path, content, isPrivate: old is not null);
        bool isNeeded = false;
        try
        {
            isNeeded = old?.GiveTo(temporary) == false;
            if (isNeeded)
                Overwrite(path, content);
            else
                Move(temporary, path);
            isNeeded = false;
        }
        catch (IOException e) when (isNeeded)
        {
            throw new IOException($"{path} may be written in part only; all of it is in {temporary}. {e.Message}", e);
        }
        finally
        {
            if (!isNeeded)
                File.Delete(temporary);
        }
    }

    /// <inheritdoc cref="Write(string, byte[])"/>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Puts a finished file in the place of another, at once, with the mode of that one, and with its owner if
    /// this user can give it.</summary>
    /// <inheritdoc cref="Write(string, byte[])" path="/exception"/>
    public static void Replace(string path, string finished)
    {
        if (FileStanding.Of(path) is { } old)
            old.GiveTo(finished, evenToAnotherOwner: true);
        Move(finished, path);
    }

    /// <summary>Writes a content under another name into the folder of a file, which it makes: what a process that is
    /// ended in between leaves, and the next one that writes the file removes.</summary>
    /// <returns>The path.</returns>
    internal static string WriteBeside(string path, byte[] content, bool isPrivate = false)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!,
            start = $".{Path.GetFileName(path)}.";
        Directory.CreateDirectory(folder);
        DateTime old = DateTime.UtcNow - _longestWrite;
        foreach (
            string left in Directory
                .EnumerateFiles(folder)
                .Where(file => Path.GetFileName(file) is var name && name.StartsWith(start, StringComparison.Ordinal)
                    && Guid.TryParseExact(name[start.Length..], "N", out _))
                .Where(file => File.GetLastWriteTimeUtc(file) < old)
        )
            File.Delete(left);

        string temporary = Path.Combine(folder, $"{start}{Guid.NewGuid():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (isPrivate && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var stream = new FileStream(temporary, options);
            stream.Write(content);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
        return temporary;
    }

    private static void Overwrite(string path, byte[] content)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read);
        stream.Write(content);
        stream.SetLength(content.Length);
    }

    /// <summary>Windows denies this for a moment to all but one of several programs that do so.</summary>
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
