using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Site;

/// <summary>The bundle that makes the pages of a site live: .NET, the engine and scripts, in a folder that the build of
/// NeuralNotebooks.Browser writes.</summary>
/// <remarks>Its files are published under <c>live/</c> and loaded on the first Run or edit, with two exceptions:
/// scripts and styles that pages load at once are in <c>assets/</c>, and the service worker is in the site's root,
/// since it controls only the pages in its folder.</remarks>
internal sealed class LiveBundle
{
    /// <summary>The page of <see cref="Playground"/>.</summary>
    public const string PlaygroundPage = "playground.html";

    private const string Boot = "boot.json";

    private readonly string _folder;
    private readonly JsonObject _boot;
    private readonly IReadOnlyDictionary<string, byte[]> _added;

    private LiveBundle(
        string folder,
        JsonObject boot,
        IReadOnlyDictionary<string, byte[]> added,
        IReadOnlyDictionary<string, string> without
    ) => (_folder, _boot, _added, Without) = (folder, boot, added, without);

    /// <summary>The version of the bundle, which changes with each file.</summary>
    public string Version => _boot["version"]!.GetValue<string>();

    /// <summary>The data files that the pages do not have: the word in a cell that needs the data → the data's folder
    /// in a course.</summary>
    public IReadOnlyDictionary<string, string> Without { get; }

    /// <summary>The notebook of the playground, a page on which readers write their own code.</summary>
    public string Playground => Path.Combine(_folder, "playground.ipynb");

    /// <summary>The bundle in a folder, or null if none has been built.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="site">The folder of the site, which may have compressed files of an earlier build.</param>
    /// <param name="sources">The folders in which the notebooks were written. The bundle of an installed tool lists
    /// files that it does not have. They are searched for in the tool (the compiler and the kit) and above these
    /// folders (for example <c>data/mnist</c>).</param>
    /// <exception cref="FileNotFoundException">A file that is not data was not found.</exception>
    public static LiveBundle? In(string? folder, string site, IEnumerable<string> sources)
    {
        if (folder is null || !File.Exists(Path.Combine(folder, Boot)))
            return null;

        JsonObject boot = JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, Boot)))!.AsObject();
        JsonArray data = Entries(boot, "data");
        var missing = new MissingFiles(site, [Path.Combine(folder, "..", ".."), .. sources]);
        var added = new Dictionary<string, byte[]>();
        var without = new Dictionary<string, string>();
        foreach (JsonNode? entry in (JsonNode?[])
            [
                boot["scripts"]?["plotly"],
                .. Entries(boot, "dotnet", "resources", "assembly"),
                .. Entries(boot, "dotnet", "resources", "vfs"),
                .. data,
            ])
        {
            if (entry?["name"]?.GetValue<string>() is not { } name || File.Exists(Path.Combine(folder, name)))
                continue;
            string place = (entry["path"] ?? entry["virtualPath"])!.GetValue<string>();
            string path = place[(place.IndexOf('/', 1) + 1)..];
            // Whether the bundle has this file compressed. Scripts are not compressed, so their entries have no hash.
            // Files that were compressed before, such as data/mnist, are marked as raw.
            bool isPacked = entry["hash"] is not null && entry["raw"] is null;
            if (missing.Find(path, name, isPacked) is var (published, content))
            {
                added["live/" + published] = content;
                (entry["name"], entry["size"]) = (published, content.Length);
                entry["hash"] = ContentHash.Integrity(content);
            }
            else if (entry["for"]?.GetValue<string>()[0] != '#' && data.Remove(entry))
                without[entry["for"]!.GetValue<string>()] = Path.GetDirectoryName(path)!.Replace('\\', '/');
            else
                throw new FileNotFoundException(
                    $"{folder}: the file {path} of live pages is missing or has changed; install the tool again."
                );
        }

        boot["without"] = JsonSerializer.SerializeToNode(without);
        return new(folder, boot, added, without);
    }

    /// <summary>The files of the bundle: name in the site → content.</summary>
    /// <param name="plotly">The file of plotly.js that the site's charts use. Live pages then use it, too, and the
    /// bundle's copy is left out, so that a browser downloads the library only once. Null if no chart needs it.</param>
    public IEnumerable<KeyValuePair<string, byte[]>> FilesWith(string? plotly)
    {
        JsonObject boot = _boot.DeepClone().AsObject();
        string? unused = null;
        if (plotly is not null && boot["scripts"]?["plotly"] is { } own)
        {
            unused = own["name"]!.GetValue<string>();
            own["name"] = "../" + plotly;
            Entries(boot, "scripts", "kept").RemoveAll(name => name!.GetValue<string>() == unused);
        }

        IEnumerable<(string Name, string Path)> inFolder = Directory
            .EnumerateFiles(_folder)
            .Where(file => file != Playground && Path.GetFileName(file) != Boot)
            .Select(file => ("live/" + Path.GetFileName(file), file));
        IEnumerable<(string Name, string Path)> outside = Directory
            .EnumerateFiles(Path.Combine(_folder, "outside"))
            .Select(file => ((Path.GetFileName(file) == "sw.js" ? "" : "assets/") + Path.GetFileName(file), file));
        return inFolder
            .Concat(outside)
            .Select(file => KeyValuePair.Create(file.Name, File.ReadAllBytes(file.Path)))
            .Concat(_added)
            .Where(file => file.Key != "live/" + unused)
            .Append(KeyValuePair.Create("live/" + Boot, JsonSerializer.SerializeToUtf8Bytes(boot)));
    }

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

    private static JsonArray Entries(JsonObject boot, params ReadOnlySpan<string> path)
    {
        JsonNode? node = boot;
        foreach (string name in path)
            node = node?[name];
        return node?.AsArray() ?? [];
    }
}
