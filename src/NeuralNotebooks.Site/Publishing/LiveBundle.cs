using System.IO.Compression;
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
    private const int NameDigits = 20;

    private readonly string _folder;
    private readonly JsonObject _boot;
    private readonly Dictionary<string, byte[]> _added = [];
    private readonly Dictionary<string, string> _without = [];
    private string? _unused;

    private LiveBundle(string folder, string site, IEnumerable<string> sources)
    {
        _folder = folder;
        _boot = JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, Boot)))!.AsObject();
        Version = _boot["version"]!.GetValue<string>();
        JsonArray data = Entries("data");
        string[] places = [Path.Combine(folder, "..", ".."), .. sources];
        foreach (JsonNode? entry in (JsonNode?[])
            [
                _boot["scripts"]?["plotly"],
                .. Entries("dotnet", "resources", "assembly"),
                .. Entries("dotnet", "resources", "vfs"),
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
            byte[]? content = isPacked
                ? Kept(site, name) ?? Packed(Find(path, name, places))
                : Find(path, name, places);
            if (content is not null)
            {
                string published = isPacked ? PackedName(name, content) : name;
                _added["live/" + published] = content;
                (entry["name"], entry["size"]) = (published, content.Length);
                entry["hash"] = ContentHash.Integrity(content);
            }
            else if (entry["for"]?.GetValue<string>()[0] != '#' && data.Remove(entry))
                _without[entry["for"]!.GetValue<string>()] = Path.GetDirectoryName(path)!.Replace('\\', '/');
            else
                throw new FileNotFoundException(
                    $"{folder}: the file {path} of live pages is missing or has changed; install the tool again."
                );
        }

        _boot["without"] = JsonSerializer.SerializeToNode(_without);
    }

    /// <summary>The version of the bundle, which changes with each file.</summary>
    public string Version { get; }

    /// <summary>The data files that the pages do not have: the word in a cell that needs the data → the data's folder
    /// in a course.</summary>
    public IReadOnlyDictionary<string, string> Without => _without;

    /// <summary>The bundle in a folder, or null if none has been built.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="site">The folder of the site, which may have compressed files of an earlier build.</param>
    /// <param name="sources">The folders in which the notebooks were written. The bundle of an installed tool lists
    /// files that it does not have. They are searched for in the tool (the compiler and the kit) and above these
    /// folders (for example <c>data/mnist</c>).</param>
    /// <exception cref="FileNotFoundException">A file that is not data was not found.</exception>
    public static LiveBundle? In(string? folder, string site, IEnumerable<string> sources) =>
        File.Exists(Path.Combine(folder ?? "", Boot)) ? new(folder!, site, sources) : null;

    /// <summary>The notebook of the playground, a page on which readers write their own code.</summary>
    public string Playground => Path.Combine(_folder, "playground.ipynb");

    /// <summary>Makes live pages use the plotly.js that the site's charts use, and leaves out the bundle's copy, so
    /// that a browser downloads the library only once.</summary>
    public void DrawWith(string library)
    {
        if (_boot["scripts"]?["plotly"] is not { } plotly)
            return;
        _unused = plotly["name"]!.GetValue<string>();
        plotly["name"] = "../" + library;
        Entries("scripts", "kept").RemoveAll(name => name!.GetValue<string>() == _unused);
    }

    /// <summary>The files of the bundle: name in the site → content.</summary>
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
            .Concat(_added)
            .Where(file => file.Key != "live/" + _unused)
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

    private JsonArray Entries(params ReadOnlySpan<string> path)
    {
        JsonNode? node = _boot;
        foreach (string name in path)
            node = node?[name];
        return node?.AsArray() ?? [];
    }

    /// <summary>The name of a compressed file, with a hash of the compressed bytes. Browsers cache a file by its name
    /// without a time limit, and .NET compresses to other bytes than the build of the bundle.</summary>
    private static string PackedName(string name, byte[] packed) =>
        $"{name[..NameDigits]}.{HexHash.Of(packed)[..NameDigits]}.bin";

    private static byte[]? Packed(byte[]? content)
    {
        if (content is null)
            return null;
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(content);
        return packed.ToArray();
    }

    /// <summary>The compressed file that an earlier build of the site has written; null if there is none.</summary>
    private static byte[]? Kept(string site, string name)
    {
        string live = Path.Combine(site, "live");
        string[] files = Directory.Exists(live) ? Directory.GetFiles(live, $"{name[..NameDigits]}.*.bin") : [];
        return files.Length == 1 && NamedFile.ReadAllBytes(files[0]) is var packed
            && Path.GetFileName(files[0]) == PackedName(name, packed)
            ? packed
            : null;
    }

    /// <summary>A file in one of the folders or above it, if its hash is that of the file with which the bundle was
    /// built; otherwise null.</summary>
    private static byte[]? Find(string path, string name, IEnumerable<string> sources)
    {
        foreach (string source in sources)
            for (DirectoryInfo? at = new(source); at is not null; at = at.Parent)
                if (Path.Combine(at.FullName, path) is var file && File.Exists(file))
                {
                    byte[] content = NamedFile.ReadAllBytes(file);
                    if (name.Contains(HexHash.Of(content)[..NameDigits]))
                        return content;
                }
        return null;
    }
}
