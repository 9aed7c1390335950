namespace NeuralNotebooks.Runner;

/// <summary>Reads NuGet's <c>project.assets.json</c>, the result of a restore.</summary>
internal static class AssetsFile
{
    private const string UnreadableSource = "NU1801";

    public static PackageAssets Read(string path)
    {
        JsonNode root = JsonNode.Parse(File.ReadAllText(path))!;
        string[] folders = [.. root["packageFolders"]!.AsObject().Select(folder => folder.Key)];
        JsonObject target = root["targets"]!
            .AsObject()
            .Single(t => t.Key.Contains('/'))
            .Value!.AsObject();

        IEnumerable<string> frameworks = target
            .SelectMany(package => package.Value!["frameworkReferences"] as JsonArray ?? [])
            .Select(name => Path.Combine(
                DotnetInstallation.Folder, "shared", (string)name!, Environment.Version.ToString()))
            .Distinct().Where(Directory.Exists);
        return new PackageAssets(
        [
            .. target.Where(package => (string?)package.Value!["type"] != "project")
                .Select(package => PackageOf(package.Key, package.Value!)),
        ])
        {
            OfFrameworks = [.. frameworks.SelectMany(folder => Directory.GetFiles(folder, "*.dll"))],
            Notes = Warnings(root),
        };

        RestoredPackage PackageOf(string name, JsonNode assets)
        {
            string[] idAndVersion = name.Split('/');
            string folder = root["libraries"]![name]!["path"]!.GetValue<string>();
            return new(idAndVersion[0], idAndVersion[1])
            {
                Folder = Find(folder, Directory.Exists),
                Assemblies =
                [
                    .. Files(assets["runtime"], folder)
                        .Where(file => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)),
                ],
                NativeFiles = [.. Files(assets["native"], folder)],
                Dependencies = [.. assets["dependencies"]?.AsObject().Select(other => other.Key) ?? []],
            };
        }

        IEnumerable<string> Files(JsonNode? group, string package) =>
            (group?.AsObject() ?? [])
                .Where(file => Path.GetFileName(file.Key) != "_._")
                .Select(file => Find($"{package}/{file.Key}", File.Exists));

        string Find(string path, Func<string, bool> exists)
        {
            string[] places = [.. folders.Select(folder => Path.GetFullPath(Path.Combine(folder, path)))];
            return places.FirstOrDefault(exists) ?? places[0];
        }
    }

    /// <summary>The packages that are not for this version of .NET, and their versions, after a restore that has
    /// failed.</summary>
    public static IReadOnlyDictionary<string, string> Incompatible(string path)
    {
        if (!File.Exists(path))
            return new Dictionary<string, string>();
        JsonNode root = JsonNode.Parse(File.ReadAllText(path))!;
        HashSet<string> ids = [.. Logged(root, "NU1202").Select(log => log["libraryId"]!.GetValue<string>())];
        return root["libraries"]!
            .AsObject()
            .Select(library => library.Key.Split('/'))
            .Where(idAndVersion => ids.Contains(idAndVersion[0]))
            .ToDictionary(
                idAndVersion => idAndVersion[0], idAndVersion => idAndVersion[1], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Why a restore has failed: its errors, and then the sources that could not be read. None if there is no
    /// file.</summary>
    public static IEnumerable<RestoreProblem> Problems(string path)
    {
        JsonNode? root = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path)) : null;
        return (root?["logs"] as JsonArray ?? []).OfType<JsonNode>()
            .Where(log => (string?)log["level"] == "Error" || (string?)log["code"] == UnreadableSource)
            .OrderBy(log => (string?)log["code"] == UnreadableSource)
            .Select(log => new RestoreProblem($"{log["code"]}: {log["message"]}", (string?)log["libraryId"]))
            .DistinctBy(problem => problem.Sentence);
    }

    /// <summary>What a notebook's author should know: sources that could not be read, and packages in an older version
    /// than another package asks for.</summary>
    private static string[] Warnings(JsonNode root) =>
        [.. Logged(root, UnreadableSource, "NU1605").Select(log => log["message"]!.GetValue<string>()).Distinct()];

    private static IEnumerable<JsonNode> Logged(JsonNode root, params string[] codes) =>
        root["logs"] is JsonArray logs
            ? logs.OfType<JsonNode>().Where(log => codes.Contains(log["code"]!.GetValue<string>())) : [];
}

internal sealed record RestoreProblem(string Sentence, string? PackageId);
