using System.Security.Cryptography;
using NeuralNotebooks.Interactive;

namespace NeuralNotebooks.Jupyter.Installation;

/// <summary>Copies the kernel's program, with all files that it needs, from the build folder to a permanent
/// folder.</summary>
/// <remarks>The kernel is not started from the build folder, since a build would change the files of a running kernel.
/// Each copy has a separate folder, named by a hash of its content. A copy stays while a kernelspec names it. An
/// installation also leaves the previous copy, because running kernels may still use it.</remarks>
internal static class KernelFiles
{
    private const int NameLength = 12;
    private static readonly TimeSpan _copyTimeout = TimeSpan.FromHours(1);
    private static readonly string _program = typeof(KernelFiles).Assembly.GetName().Name!;

    /// <summary>Copies the program into a folder under <paramref name="root"/>, unless it is already there and
    /// complete.</summary>
    /// <returns>The path of the assembly to start.</returns>
    public static string CopyTo(string root)
    {
        string[] files = [.. Names(AppContext.BaseDirectory)];
        string folder = Path.Combine(root, NameOf(files));
        if (!Directory.Exists(folder))
        {
            // The folder has a unique temporary name until it is complete, since another installation may run at the
            // same time.
            string unfinished = $"{folder}.{Guid.NewGuid():N}";
            Directory.CreateDirectory(unfinished);
            Copy(files, unfinished);
            Publish(unfinished, folder);
        }
        else
        {
            // Files may be missing if an earlier deletion failed because some files were in use.
            Copy(files.Where(file => !File.Exists(Path.Combine(folder, file))), folder);
        }
        Directory.SetLastWriteTimeUtc(folder, DateTime.UtcNow);
        return Path.Combine(folder, _program + ".dll");
    }

    /// <summary>Moves a complete copy to its final name. If another installation has done so in the meantime, its copy
    /// has the same content.</summary>
    private static void Publish(string unfinished, string folder)
    {
        try
        {
            Directory.Move(unfinished, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            Directory.Delete(unfinished, recursive: true);
        }
    }

    private static void Copy(IEnumerable<string> files, string folder)
    {
        foreach (string file in files)
        {
            string copy = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(AppContext.BaseDirectory, file), copy, overwrite: true);
        }
    }

    /// <summary>The files of the kernel in a build folder: its assemblies with their settings and documentation, the
    /// API of .NET Interactive and, in the folder of an installed nn, the kit, which notebooks outside of the
    /// repository import.</summary>
    private static IEnumerable<string> Names(string folder)
    {
        string[] folders =
        [
            Path.Combine(folder, "runtimes"), Path.Combine(folder, InteractiveApi.FolderName),
            .. new BuiltKit(folder).NeededFolders,
        ];
        return Directory.EnumerateFiles(folder)
            .Where(file => Path.GetExtension(file) is ".dll" or ".json" or ".xml")
            .Concat(folders.Where(Directory.Exists)
                .SelectMany(part => Directory.EnumerateFiles(part, "*", SearchOption.AllDirectories)))
            .Select(file => Path.GetRelativePath(folder, file))
            .Order(StringComparer.Ordinal);
    }

    private static string NameOf(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in files)
            hash.AppendData(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, file)));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..NameLength];
    }

    /// <summary>Deletes the copies that no kernelspec names, but not the newest copies, and old unfinished copies,
    /// whose names have an extension.</summary>
    /// <param name="newest">How many of the newest copies stay.</param>
    public static void RemoveUnused(string root, IEnumerable<KernelSpec> specs, int newest)
    {
        HashSet<string?> used = [.. specs.Select(spec => Path.GetDirectoryName(spec.Program))];
        ILookup<bool, DirectoryInfo> finished = new DirectoryInfo(root)
            .EnumerateDirectories().ToLookup(folder => folder.Extension.Length == 0);
        IEnumerable<DirectoryInfo> old = finished[true].OrderByDescending(folder => folder.LastWriteTimeUtc)
            .Skip(newest).Where(folder => !used.Contains(folder.FullName));
        IEnumerable<DirectoryInfo> abandoned = finished[false]
            .Where(folder => DateTime.UtcNow - folder.LastWriteTimeUtc > _copyTimeout);
        foreach (DirectoryInfo folder in old.Concat(abandoned))
            // Windows does not delete files that are in use: then the next installation tries again. The program is
            // deleted first, so that the folder cannot be mistaken for a complete copy.
            NamedFile.Try(() =>
            {
                File.Delete(Path.Combine(folder.FullName, _program + ".dll"));
                folder.Delete(recursive: true);
            });
    }
}
