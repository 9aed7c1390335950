using System.Runtime.InteropServices;
using System.Text;

namespace NeuralNotebooks.Engine;

/// <summary>
/// The metadata of a file that must be preserved when its content is replaced: mode, owner, group, number of hard
/// links, and whether it has an access control list.
/// </summary>
/// <remarks>.NET can only read the mode. On Linux the rest is read with system calls; on other systems only the mode is
/// preserved.</remarks>
internal sealed record FileMetadata(UnixFileMode Mode, uint Owner, uint Group, uint HardLinks, bool HasAccessList)
{
    private const UnixFileMode Writable = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>The metadata of a file. Null if there is no file, or if it is a link, a pipe or a device, which are
    /// simply replaced; always null on Windows and in a browser.</summary>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or this user may not write it.</exception>
    public static FileMetadata? Of(string path)
    {
        var file = new FileInfo(path);
        if (OperatingSystem.IsBrowser() || !file.Exists || file.LinkTarget is not null || !NamedFile.IsRegular(file))
            return null;
        // The operating system would allow replacing a read-only file: renaming only needs write access to the folder,
        // and an administrator may write to any file. So the mode is checked here.
        if (OperatingSystem.IsWindows() ? file.IsReadOnly : (file.UnixFileMode & Writable) == 0)
            throw new UnauthorizedAccessException($"{path} is read-only and has not been changed. Make it writable.");
        if (OperatingSystem.IsWindows())
            return null;
        File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete).Dispose();
        return ReadStatus(path, file.UnixFileMode);
    }

    /// <summary>Sets the owner, the group and the mode of a new file to these.</summary>
    /// <param name="path">The new file.</param>
    /// <param name="evenIfOwnerDiffers">Whether to set the mode even if this user may not change the owner.</param>
    /// <returns>Whether the new file can replace the old one by renaming. It cannot if the owner or group differs, or
    /// if the old file has several hard links or an access control list, which would be lost.</returns>
    public bool ApplyTo(string path, bool evenIfOwnerDiffers = false)
    {
        if (OperatingSystem.IsWindows())
            return true;
        FileMetadata own = ReadStatus(path, Mode);
        bool hasOwner = (own.Owner == Owner && own.Group == Group)
            || (OperatingSystem.IsLinux() && ChangeOwner(Terminated(path), Owner, Group) == 0);
        if (hasOwner || evenIfOwnerDiffers)
            File.SetUnixFileMode(path, Mode);
        return hasOwner && HardLinks <= 1 && !HasAccessList;
    }

    private static FileMetadata ReadStatus(string path, UnixFileMode mode)
    {
        const int here = -100, itself = 0x100, basic = 0x7ff;
        Span<uint> status = stackalloc uint[64];
        byte[] name = Terminated(path);
        try
        {
            if (OperatingSystem.IsLinux() && Status(here, name, itself, basic, ref status[0]) == 0)
            {
                bool hasAccessList = AttributeSize(name, Terminated("system.posix_acl_access"), 0, 0) > 0;
                return new(mode, Owner: status[5], Group: status[6], HardLinks: status[4], hasAccessList);
            }
        }
        catch (EntryPointNotFoundException)
        {
            // The C library is too old to have this function.
        }
        return new(mode, 0, 0, HardLinks: 1, HasAccessList: false);
    }

    private static byte[] Terminated(string text) => Encoding.UTF8.GetBytes(text + "\0");

    /// <summary>Fills a structure of 256 bytes. Seen as 32-bit numbers, entry 4 is the number of hard links, 5 the
    /// owner and 6 the group.</summary>
    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Status(int folder, byte[] path, int flags, uint mask, ref uint status);

    /// <summary>The size of an extended attribute; negative if there is none.</summary>
    [DllImport("libc", EntryPoint = "getxattr")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint AttributeSize(byte[] path, byte[] name, nint value, nint size);

    [DllImport("libc", EntryPoint = "chown")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeOwner(byte[] path, uint owner, uint group);
}
