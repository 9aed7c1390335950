using System.Text.Json.Nodes;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Runner;

/// <summary>Reads NuGet's <c>project.assets.json</c>, the result of a restore.</summary>
internal static class AssetsFile
{
    /// <summary>Reads the file of a project with one target framework and one runtime.</summary>
    public static PackageAssets Read(string path)
    {
        JsonNode root = JsonNode.Parse(File.ReadAllText(path))!;
        string[] folders = [.. root["packageFolders"]!.AsObject().Select(folder => folder.Key)];
        JsonObject target = root["targets"]!
            .AsObject()
            .Single(t => t.Key.Contains('/'))
            .Value!.AsObject();

        return new PackageAssets([.. target.Select(package => PackageOf(package.Key, package.Value!))]);

        RestoredPackage PackageOf(string name, JsonNode assets)
        {
            string[] idAndVersion = name.Split('/');
            string folder = root["libraries"]![name]!["path"]!.GetValue<string>();
            return new(idAndVersion[0], idAndVersion[1])
            {
                Folder = Folder(folder),
                Assemblies =
                [
                    .. Files(assets["runtime"], folder)
                        .Where(file => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)),
                ],
                NativeFiles = [.. Files(assets["native"], folder)],
                Dependencies = [.. assets["dependencies"]?.AsObject().Select(other => other.Key) ?? []],
            };
        }

        string Folder(string package) =>
            folders.Select(folder => Path.GetFullPath(Path.Combine(folder, package))).FirstOrDefault(Directory.Exists)
            ?? Path.GetFullPath(Path.Combine(folders[0], package));

        IEnumerable<string> Files(JsonNode? group, string package) =>
            group is null
                ? []
                : group
                    .AsObject()
                    .Where(file => Path.GetFileName(file.Key) != "_._")
                    .Select(file =>
                        folders
                            .Select(folder => Path.GetFullPath(Path.Combine(folder, package, file.Key)))
                            .FirstOrDefault(File.Exists)
                        ?? Path.GetFullPath(Path.Combine(folders[0], package, file.Key))
                    );
    }

    /// <summary>Whether all files are still there: the packages' folder may have been cleaned.</summary>
    public static bool AreComplete(PackageAssets assets) =>
        assets.Assemblies.Concat(assets.NativeFiles).All(File.Exists);
}
