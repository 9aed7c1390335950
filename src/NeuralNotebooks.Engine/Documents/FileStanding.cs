using System.Runtime.InteropServices;
using System.Text;

namespace NeuralNotebooks.Engine;

/// <summary>
/// What a file has besides its content, and keeps when another content takes its place: who may read and write it,
/// whose it is, and its other names (hard links).
/// </summary>
/// <remarks>.NET knows the mode only. The rest is asked of Linux; other systems keep the mode.</remarks>
internal sealed record FileStanding(UnixFileMode Mode, uint Owner, uint Group, uint Names, bool HasAccessList)
{
    private const UnixFileMode Writable = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>The standing of a file; null where there is none, or a link, a pipe or a device: these are no
    /// documents, and are replaced.</summary>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or this user may not write it.</exception>
    public static FileStanding? Of(string path)
    {
        var file = new FileInfo(path);
        if (OperatingSystem.IsBrowser() || !file.Exists || file.LinkTarget is not null || !NamedFile.IsRegular(file))
            return null;
        // Whoever may write the folder may rename over any file in it, and an administrator may write to any file.
        if (OperatingSystem.IsWindows() ? file.IsReadOnly : (file.UnixFileMode & Writable) == 0)
            throw new UnauthorizedAccessException($"{path} is read-only, so it is left as it is. Make it writable.");
        if (OperatingSystem.IsWindows())
            return null;
        File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete).Dispose();
        return Asked(path, file.UnixFileMode);
    }

    /// <summary>Gives a new file the owner, the group and the mode of this one.</summary>
    /// <param name="path">The new file.</param>
    /// <param name="evenToAnotherOwner">Whether it gets the mode, too, if this user cannot give it the owner.</param>
    /// <returns>Whether it can stand for this one. It cannot where the owner stays another, or where this one has other
    /// names or an access control list, which its mode does not tell.</returns>
    public bool GiveTo(string path, bool evenToAnotherOwner = false)
    {
        if (OperatingSystem.IsWindows())
            return true;
        FileStanding own = Asked(path, Mode);
        bool isOwners = (own.Owner == Owner && own.Group == Group)
            || (OperatingSystem.IsLinux() && ChangeOwner(Terminated(path), Owner, Group) == 0);
        if (isOwners || evenToAnotherOwner)
            File.SetUnixFileMode(path, Mode);
        return isOwners && Names <= 1 && !HasAccessList;
    }

    private static FileStanding Asked(string path, UnixFileMode mode)
    {
        const int here = -100, itself = 0x100, basic = 0x7ff;
        Span<uint> status = stackalloc uint[64];
        byte[] name = Terminated(path);
        try
        {
            if (OperatingSystem.IsLinux() && Status(here, name, itself, basic, ref status[0]) == 0)
            {
                bool hasAccessList = AttributeSize(name, Terminated("system.posix_acl_access"), 0, 0) > 0;
                return new(mode, Owner: status[5], Group: status[6], Names: status[4], hasAccessList);
            }
        }
        catch (EntryPointNotFoundException)
        {
            // A C library older than the call.
        }
        return new(mode, 0, 0, Names: 1, HasAccessList: false);
    }

    private static byte[] Terminated(string text) => Encoding.UTF8.GetBytes(text + "\0");

    /// <summary>Fills 256 bytes: its fifth number is that of the names, then come owner and group.</summary>
    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Status(int folder, byte[] path, int flags, uint mask, ref uint status);

    /// <summary>The size of an attribute; negative where there is none.</summary>
    [DllImport("libc", EntryPoint = "getxattr")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint AttributeSize(byte[] path, byte[] name, nint value, nint size);

    [DllImport("libc", EntryPoint = "chown")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeOwner(byte[] path, uint owner, uint group);
}
