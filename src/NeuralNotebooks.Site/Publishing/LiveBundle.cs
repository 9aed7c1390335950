using System.Text.Json;
using System.Text.Json.Nodes;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Site;

/// <summary>What makes the pages of a site live: the folder that the build of NeuralNotebooks.Browser writes.</summary>
/// <remarks>Everything is under <c>live/</c> and loaded on the first Run or edit, except what pages load up front, and
/// the service worker, which controls its own folder only.</remarks>
internal sealed class LiveBundle
{
    /// <summary>The page of <see cref="Playground"/>.</summary>
    public const string PlaygroundPage = "playground.html";

    private const string Boot = "boot.json";

    private readonly string _folder;
    private readonly JsonObject _boot;
    private readonly Dictionary<string, byte[]> _brought = [];
    private readonly Dictionary<string, string> _without = [];

    private LiveBundle(string folder, IEnumerable<string> sources)
    {
        _folder = folder;
        _boot = JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, Boot)))!.AsObject();
        Version = _boot["version"]!.GetValue<string>();
        JsonArray data = _boot["data"] as JsonArray ?? [];
        foreach (JsonNode entry in data.ToArray()!)
        {
            string name = entry["name"]!.GetValue<string>(), path = entry["path"]!.GetValue<string>();
            path = path[(path.IndexOf("/data/", StringComparison.Ordinal) + 1)..];
            if (File.Exists(Path.Combine(folder, name)))
                continue;
            if (Find(path, entry["hash"]!.GetValue<string>(), sources) is { } content)
                _brought["live/" + name] = content;
            else
            {
                data.Remove(entry);
                _without[entry["for"]!.GetValue<string>()] = Path.GetDirectoryName(path)!.Replace('\\', '/');
            }
        }

        _boot["without"] = JsonSerializer.SerializeToNode(_without);
    }

    /// <summary>Changes when a file does.</summary>
    public string Version { get; }

    /// <summary>The data that pages lack: the word in a cell that needs it → its folder in a course.</summary>
    public IReadOnlyDictionary<string, string> Without => _without;

    /// <summary>The bundle in a folder, or null if none has been built.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="sources">Where the notebooks were written. Data that is in the bundle's list but not in the bundle,
    /// as MNIST in an installed tool's, is taken from <c>data/</c> there or in a folder above.</param>
    public static LiveBundle? In(string? folder, IEnumerable<string> sources) =>
        File.Exists(Path.Combine(folder ?? "", Boot)) ? new(folder!, sources) : null;

    /// <summary>An empty notebook.</summary>
    public string Playground => Path.Combine(_folder, "playground.ipynb");

    /// <summary>The files: name in the site → content.</summary>
    public IEnumerable<KeyValuePair<string, byte[]>> Files =>
        Directory
            .EnumerateFiles(_folder)
            .Where(file => file != Playground && Path.GetFileName(file) != Boot)
            .Select(file => ("live/" + Path.GetFileName(file), file))
            .Concat(
                Directory
                    .EnumerateFiles(Path.Combine(_folder, "outside"))
                    .Select(file =>
                        ((Path.GetFileName(file) == "sw.js" ? "" : "assets/") + Path.GetFileName(file), file)
                    )
            )
            .Select(file => KeyValuePair.Create(file.Item1, File.ReadAllBytes(file.file)))
            .Concat(_brought)
            .Append(KeyValuePair.Create("live/" + Boot, JsonSerializer.SerializeToUtf8Bytes(_boot)));

    /// <summary>The list of the site's own files that a browser caches, so that the site works offline: name in the
    /// site → file.</summary>
    public static KeyValuePair<string, byte[]> OfflineList(IReadOnlyDictionary<string, byte[]> files, string version) =>
        KeyValuePair.Create(
            "live/site.json",
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    version,
                    files = files
                        .Keys.Where(name => !name.StartsWith("live/", StringComparison.Ordinal)
                            && !name.StartsWith(StillImage.Folder, StringComparison.Ordinal))
                        .Order(StringComparer.Ordinal),
                }
            )
        );

    /// <summary>A file of a course, if it is the one that the bundle was built with.</summary>
    private static byte[]? Find(string path, string hash, IEnumerable<string> sources)
    {
        foreach (string source in sources)
            for (DirectoryInfo? at = new(source); at is not null; at = at.Parent)
                if (Path.Combine(at.FullName, path) is var file && File.Exists(file))
                {
                    byte[] content = NamedFile.ReadAllBytes(file);
                    if (hash == ContentHash.Integrity(content))
                        return content;
                }
        return null;
    }
}
