namespace NeuralNotebooks.Site;

/// <summary>The bundle that makes the pages of a site live: .NET, the engine and scripts, in a folder that the build of
/// NeuralNotebooks.Browser writes.</summary>
/// <remarks>Its files are published under <c>live/</c> and loaded on the first Run or edit, with two exceptions:
/// scripts and styles that pages load at once are in <c>assets/</c>, and the service worker is in the site's root,
/// since it controls only the pages in its folder.</remarks>
internal sealed class LiveBundle
{
    private readonly string _folder;

    private LiveBundle(string folder, string version) => (_folder, Version) = (folder, version);

    public string Version { get; }

    public string Playground => Path.Combine(_folder, "playground.ipynb");

    public static LiveBundle? In(string? folder)
    {
        if (folder is null || Path.Combine(folder, BuiltKit.LiveManifest) is var file && !File.Exists(file))
            return null;
        try
        {
            if (JsonNode.Parse(File.ReadAllBytes(file)) is JsonObject boot && (string?)boot["version"] is { } version)
                return new(folder, version);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The next line reports it.
        }
        throw new IOException($"{file} is damaged: build NeuralNotebooks.Browser again.");
    }

    public IEnumerable<KeyValuePair<string, byte[]>> Files()
    {
        IEnumerable<(string Name, string Path)> inFolder = Directory
            .EnumerateFiles(_folder)
            .Where(file => file != Playground)
            .Select(file => ("live/" + Path.GetFileName(file), file));
        IEnumerable<(string Name, string Path)> outside = Directory
            .EnumerateFiles(Path.Combine(_folder, "outside"))
            .Select(file => ((Path.GetFileName(file) == "sw.js" ? "" : "assets/") + Path.GetFileName(file), file));
        return inFolder.Concat(outside).Select(file => KeyValuePair.Create(file.Name, File.ReadAllBytes(file.Path)));
    }

    /// <summary>The list of the site's own files that a browser caches, so that the site works offline: name in the
    /// site → file. What few charts need is cached when a chart has loaded it.</summary>
    public static KeyValuePair<string, byte[]> OfflineList(
        IReadOnlyDictionary<string, byte[]> files, PackageFiles packages, string version, string onlyOnDemand)
    {
        IEnumerable<string> names = files.Keys
            .Where(name => !name.StartsWith("live/", StringComparison.Ordinal) && name != onlyOnDemand)
            .Order(StringComparer.Ordinal);
        return KeyValuePair.Create(
            "live/site.json",
            JsonSerializer.SerializeToUtf8Bytes(
                new { version, files = names, packages = packages.ForOffline }, JsonSerializerOptions.Web));
    }
}
