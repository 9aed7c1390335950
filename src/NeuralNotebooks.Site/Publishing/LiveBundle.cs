using System.Text.Json;

namespace NeuralNotebooks.Site;

/// <summary>What makes the pages of a site live: the folder that the build of NeuralNotebooks.Browser writes.</summary>
/// <remarks>Everything is under <c>live/</c> and loaded on the first Run or edit, except what pages load up front, and
/// the service worker, which controls its own folder only.</remarks>
internal sealed class LiveBundle
{
    /// <summary>The page of <see cref="Playground"/>.</summary>
    public const string PlaygroundPage = "playground.html";

    private readonly string _folder;

    private LiveBundle(string folder, string version) => (_folder, Version) = (folder, version);

    /// <summary>Changes when a file does.</summary>
    public string Version { get; }

    /// <summary>The bundle in a folder, or null if none has been built.</summary>
    public static LiveBundle? In(string? folder)
    {
        string? manifest = folder is null ? null : Path.Combine(folder, "boot.json");
        if (!File.Exists(manifest))
            return null;
        using JsonDocument boot = JsonDocument.Parse(File.ReadAllBytes(manifest));
        return new LiveBundle(folder!, boot.RootElement.GetProperty("version").GetString()!);
    }

    /// <summary>An empty notebook.</summary>
    public string Playground => Path.Combine(_folder, "playground.ipynb");

    /// <summary>The files: name in the site → content.</summary>
    public IEnumerable<KeyValuePair<string, byte[]>> Files =>
        Directory
            .EnumerateFiles(_folder)
            .Where(file => file != Playground)
            .Select(file => ("live/" + Path.GetFileName(file), file))
            .Concat(
                Directory
                    .EnumerateFiles(Path.Combine(_folder, "outside"))
                    .Select(file =>
                        ((Path.GetFileName(file) == "sw.js" ? "" : "assets/") + Path.GetFileName(file), file)
                    )
            )
            .Select(file => KeyValuePair.Create(file.Item1, File.ReadAllBytes(file.file)));

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
}
