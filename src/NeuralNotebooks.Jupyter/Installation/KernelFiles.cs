using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Jupyter;

/// <summary>Copies the kernel's program, with the files of this build that it needs, to its permanent place.</summary>
/// <remarks>
/// A build folder would change under a running kernel. Each copy has its own folder, named by a hash of its content;
/// the previous one is kept, because kernels may still be running from it.
/// </remarks>
internal static class KernelFiles
{
    private const int NameLength = 12, Kept = 2;
    private static readonly TimeSpan _copyTimeout = TimeSpan.FromHours(1);
    private static readonly string[] _kit = ["artifacts/kit", "assignments", "data"];
    private static readonly string _program = typeof(KernelFiles).Assembly.GetName().Name!;

    /// <summary>Copies the program into a folder under <paramref name="root"/>, unless it is already there and
    /// complete.</summary>
    /// <returns>The path of the assembly to start.</returns>
    /// <exception cref="IOException">A file is missing here, or cannot be written there.</exception>
    public static string CopyTo(string root)
    {
        string[] files = [.. Names(AppContext.BaseDirectory)];
        string folder = Path.Combine(root, NameOf(files));
        if (!Directory.Exists(folder))
        {
            // Under a name of its own until it is complete: other installations may run at the same time.
            string unfinished = $"{folder}.{Guid.NewGuid():N}";
            Directory.CreateDirectory(unfinished);
            Copy(files, unfinished);
            Publish(unfinished, folder);
        }
        else
        {
            // An earlier deletion may have stopped at files in use.
            Copy(files.Where(file => !File.Exists(Path.Combine(folder, file))), folder);
        }
        Directory.SetLastWriteTimeUtc(folder, DateTime.UtcNow);
        RemoveOld(root);
        return Path.Combine(folder, _program + ".dll");
    }

    /// <summary>Where another installation was faster, its copy is the same.</summary>
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

    /// <summary>The files of the kernel in a build folder, as its <c>.deps.json</c> lists them.</summary>
    private static IEnumerable<string> Names(string folder)
    {
        string dependencies = $"{_program}.deps.json";
        JsonNode? targets = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, dependencies)))?["targets"];
        JsonNode?[] libraries =
        [
            .. (targets as JsonObject ?? [])
                .SelectMany(target => target.Value as JsonObject ?? [])
                .Select(library => library.Value),
        ];
        // Those for one system only stay in their folders.
        IEnumerable<string> assemblies = FilesOf("runtime")
            .Select(file => Path.GetFileName(file))
            .Concat(FilesOf("runtimeTargets"))
            .Distinct()
            .Order(StringComparer.Ordinal);
        IEnumerable<string> FilesOf(string kind) =>
            libraries.SelectMany(library => library?[kind] as JsonObject ?? []).Select(file => file.Key);
        IEnumerable<string> documentation = assemblies
            .Select(file => Path.ChangeExtension(file, ".xml"))
            .Where(file => File.Exists(Path.Combine(folder, file)));
        // Beside an installed nn is the kit, which notebooks outside of a clone import.
        IEnumerable<string> kit = _kit
            .Select(part => Path.Combine(folder, part))
            .Where(Directory.Exists)
            .SelectMany(part => Directory.EnumerateFiles(part, "*", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(folder, file))
            .Order(StringComparer.Ordinal);
        return [dependencies, $"{_program}.runtimeconfig.json", .. assemblies, .. documentation, .. kit];
    }

    private static string NameOf(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in files)
            hash.AppendData(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, file)));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..NameLength];
    }

    /// <summary>Keeps the newest copies. Unfinished ones (their names have an extension) do not count; old ones are
    /// removed.</summary>
    private static void RemoveOld(string root)
    {
        ILookup<bool, DirectoryInfo> finished = new DirectoryInfo(root)
            .EnumerateDirectories()
            .ToLookup(folder => folder.Extension.Length == 0);
        IEnumerable<DirectoryInfo> old = finished[true].OrderByDescending(folder => folder.LastWriteTimeUtc).Skip(Kept);
        IEnumerable<DirectoryInfo> abandoned = finished[false]
            .Where(folder => DateTime.UtcNow - folder.LastWriteTimeUtc > _copyTimeout);
        foreach (DirectoryInfo folder in old.Concat(abandoned))
        {
            try
            {
                // The program first: if the rest is in use, a folder without it is not mistaken for a complete copy.
                File.Delete(Path.Combine(folder.FullName, _program + ".dll"));
                folder.Delete(recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Windows keeps files in use; the next installation tries again.
            }
        }
    }
}
