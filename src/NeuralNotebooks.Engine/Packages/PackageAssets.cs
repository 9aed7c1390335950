using System.Text.Json.Nodes;

namespace NeuralNotebooks.Engine;

/// <summary>What a restore has brought: the files to load.</summary>
/// <param name="Assemblies">The managed assemblies of all packages, by full path.</param>
/// <param name="NativeFiles">The native libraries of all packages for this system, by full path.</param>
/// <param name="Versions">The version that was taken of each package.</param>
internal sealed record PackageAssets(IReadOnlyList<string> Assemblies, IReadOnlyList<string> NativeFiles, IReadOnlyDictionary<string, string> Versions)
{
    /// <summary>Whether all files are still there: the packages' folder may have been cleaned.</summary>
    public bool AreComplete => Assemblies.Concat(NativeFiles).All(File.Exists);

    /// <summary>Reads NuGet's <c>project.assets.json</c> of a project with one target framework and one runtime.</summary>
    public static PackageAssets Read(string assetsFile)
    {
        JsonNode root = JsonNode.Parse(File.ReadAllText(assetsFile))!;
        string[] folders = [.. root["packageFolders"]!.AsObject().Select(folder => folder.Key)];
        JsonObject target = root["targets"]!.AsObject().Single(t => t.Key.Contains('/', StringComparison.Ordinal)).Value!.AsObject();

        var assemblies = new List<string>();
        var native = new List<string>();
        var versions = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string package, JsonNode? assets) in target)
        {
            string[] idAndVersion = package.Split('/');
            versions[idAndVersion[0]] = idAndVersion[1];
            string path = root["libraries"]![package]!["path"]!.GetValue<string>();
            assemblies.AddRange(Files(assets!["runtime"], path).Where(file => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)));
            native.AddRange(Files(assets["native"], path));
        }
        return new PackageAssets(assemblies, native, versions);

        IEnumerable<string> Files(JsonNode? group, string path)
            => group is null ? [] : group.AsObject()
                .Where(file => Path.GetFileName(file.Key) != "_._")
                .Select(file => folders.Select(folder => Path.GetFullPath(Path.Combine(folder, path, file.Key))).FirstOrDefault(File.Exists)
                    ?? Path.GetFullPath(Path.Combine(folders[0], path, file.Key)));
    }
}
