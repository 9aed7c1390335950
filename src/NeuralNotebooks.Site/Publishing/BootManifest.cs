using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Site;

/// <summary>The manifest of the bundle of live pages, <c>boot.json</c>. The type <c>Boot</c> in <c>types.d.ts</c> of
/// NeuralNotebooks.Browser defines its fields. Those that a site does not read or change stay as they are.</summary>
internal sealed class BootManifest
{
    /// <summary>The name of the manifest in the bundle.</summary>
    public const string FileName = "boot.json";

    private readonly JsonObject _json;

    private BootManifest(JsonObject json) => _json = json;

    /// <summary>Reads the manifest of the bundle in a folder; null if there is none.</summary>
    public static BootManifest? In(string folder) =>
        Path.Combine(folder, FileName) is var file && File.Exists(file)
            ? new(JsonNode.Parse(File.ReadAllBytes(file))!.AsObject())
            : null;

    /// <summary>The version of the bundle, which changes with each file.</summary>
    public string Version => _json["version"]!.GetValue<string>();

    /// <summary>The entries of files that a course or an installed tool also has outside its bundle.</summary>
    public IEnumerable<BundleEntry> Copies =>
        Of("dotnet", "resources", "assembly")
            .Concat(Of("dotnet", "resources", "vfs"))
            .Concat(Of("data"))
            .OfType<JsonObject>()
            .Select(entry => new BundleEntry(entry));

    /// <summary>Removes an entry of data.</summary>
    public void Remove(BundleEntry data) => Of("data").Remove(data.Json);

    /// <summary>Sets the list of the data that the pages do not have: the word in a cell that needs the data → the
    /// data's folder in a course.</summary>
    public void SetWithout(IReadOnlyDictionary<string, string> data) =>
        _json["without"] = JsonSerializer.SerializeToNode(data);

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(_json);

    private JsonArray Of(params ReadOnlySpan<string> path)
    {
        JsonNode? node = _json;
        foreach (string name in path)
            node = node?[name];
        return node?.AsArray() ?? [];
    }
}

/// <summary>The entry of a file in the <see cref="BootManifest"/>, <c>BundleFile</c> in <c>types.d.ts</c>.</summary>
internal sealed class BundleEntry(JsonObject json)
{
    public JsonObject Json => json;

    /// <summary>The file's name in the bundle, which contains a hash.</summary>
    public string Name => Text("name")!;

    /// <summary>The file's path in a course or an installed tool.</summary>
    public string Path
    {
        get
        {
            string path = Text("path") ?? Text("virtualPath")!;
            return path[(path.IndexOf('/', 1) + 1)..];
        }
    }

    /// <summary>Whether the bundle has the file compressed. Scripts are not compressed, so their entries have no hash.
    /// Files that were compressed before, such as data/mnist, are marked as raw.</summary>
    public bool IsPacked => json["hash"] is not null && json["raw"] is null;

    /// <summary>The word in a cell that needs this file; null if it is not data, or if the page needs it.</summary>
    public string? Word => Text("for") is { } word && !word.StartsWith('#') ? word : null;

    /// <summary>Records the name and the content with which a site has the file.</summary>
    public void Set(string name, byte[] content)
    {
        json["name"] = name;
        json["size"] = content.Length;
        json["hash"] = ContentHash.Integrity(content);
    }

    private string? Text(string field) => json[field]?.GetValue<string>();
}
