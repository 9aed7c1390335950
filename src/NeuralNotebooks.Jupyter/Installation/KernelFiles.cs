using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Jupyter;

/// <summary>The program of the kernel: the files of this build that it needs, copied to where they stay.</summary>
/// <remarks>
/// A build folder would change under a running kernel. Each copy has a folder of its own, named by its content; the one before it is
/// kept, for kernels may still run from it.
/// </remarks>
internal static class KernelFiles
{
    private const int NameLength = 12, Kept = 2;
    private static readonly string _program = typeof(KernelFiles).Assembly.GetName().Name!;

    /// <summary>Copies the program into a folder under <paramref name="root"/>, unless it is there already.</summary>
    /// <returns>The path of the assembly to start.</returns>
    /// <exception cref="IOException">A file is missing here, or cannot be written there.</exception>
    public static string CopyTo(string root)
    {
        string[] files = [.. Names(AppContext.BaseDirectory)];
        string folder = Path.Combine(root, NameOf(files));
        if (!Directory.Exists(folder))
        {
            // Under another name until it is whole.
            string unfinished = $"{folder}.{Environment.ProcessId}";
            Directory.CreateDirectory(unfinished);
            foreach (string file in files)
                File.Copy(Path.Combine(AppContext.BaseDirectory, file), Path.Combine(unfinished, file), overwrite: true);
            Directory.Move(unfinished, folder);
        }
        Directory.SetLastWriteTimeUtc(folder, DateTime.UtcNow);
        RemoveOld(root);
        return Path.Combine(folder, _program + ".dll");
    }

    /// <summary>The files of the kernel in a build folder, as its <c>.deps.json</c> lists them.</summary>
    private static IEnumerable<string> Names(string folder)
    {
        string dependencies = $"{_program}.deps.json";
        JsonNode? targets = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, dependencies)))?["targets"];
        IEnumerable<string> assemblies = (targets as JsonObject ?? [])
            .SelectMany(target => target.Value as JsonObject ?? [])
            .SelectMany(library => library.Value?["runtime"] as JsonObject ?? [])
            .Select(file => Path.GetFileName(file.Key)).Distinct().Order(StringComparer.Ordinal);
        IEnumerable<string> documentation = assemblies.Select(file => Path.ChangeExtension(file, ".xml")).Where(file => File.Exists(Path.Combine(folder, file)));
        return [dependencies, $"{_program}.runtimeconfig.json", .. assemblies, .. documentation];
    }

    private static string NameOf(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in files)
            hash.AppendData(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, file)));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..NameLength];
    }

    private static void RemoveOld(string root)
    {
        foreach (DirectoryInfo old in new DirectoryInfo(root).EnumerateDirectories().OrderByDescending(folder => folder.LastWriteTimeUtc).Skip(Kept))
        {
            try
            {
                old.Delete(recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Windows keeps what is in use; the next installation tries again.
            }
        }
    }
}
