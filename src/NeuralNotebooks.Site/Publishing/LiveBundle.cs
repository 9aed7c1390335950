using System.Text.Json;

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

    private readonly string _folder;
    private readonly BootManifest _boot;
    private readonly IReadOnlyDictionary<string, byte[]> _added;

    private LiveBundle(
        string folder,
        BootManifest boot,
        IReadOnlyDictionary<string, byte[]> added,
        IReadOnlyDictionary<string, string> without
    ) => (_folder, _boot, _added, Without) = (folder, boot, added, without);

    /// <summary>The version of the bundle, which changes with each file.</summary>
    public string Version => _boot.Version;

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
        if (folder is null || BootManifest.In(folder) is not { } boot)
            return null;

        var missing = new MissingFiles(site, [Path.Combine(folder, "..", ".."), .. sources]);
        var added = new Dictionary<string, byte[]>();
        var without = new Dictionary<string, string>();
        foreach (BundleEntry entry in boot.Copies.ToArray())
        {
            if (File.Exists(Path.Combine(folder, entry.Name)))
                continue;
            if (missing.Find(entry.Path, entry.Name, entry.IsPacked) is var (name, content))
            {
                added["live/" + name] = content;
                entry.Set(name, content);
            }
            else if (entry.Word is { } word)
            {
                boot.Remove(entry);
                without[word] = Path.GetDirectoryName(entry.Path)!.Replace('\\', '/');
            }
            else
                throw new FileNotFoundException(
                    $"{folder}: the file {entry.Path} of live pages is missing or has changed; install the tool again."
                );
        }

        boot.SetWithout(without);
        return new(folder, boot, added, without);
    }

    /// <summary>The files of the bundle: name in the site → content.</summary>
    public IEnumerable<KeyValuePair<string, byte[]>> Files
    {
        get
        {
            IEnumerable<(string Name, string Path)> inFolder = Directory
                .EnumerateFiles(_folder)
                .Where(file => file != Playground && Path.GetFileName(file) != BootManifest.FileName)
                .Select(file => ("live/" + Path.GetFileName(file), file));
            IEnumerable<(string Name, string Path)> outside = Directory
                .EnumerateFiles(Path.Combine(_folder, "outside"))
                .Select(file => ((Path.GetFileName(file) == "sw.js" ? "" : "assets/") + Path.GetFileName(file), file));
            return inFolder
                .Concat(outside)
                .Select(file => KeyValuePair.Create(file.Name, File.ReadAllBytes(file.Path)))
                .Concat(_added)
                .Append(KeyValuePair.Create("live/" + BootManifest.FileName, _boot.ToBytes()));
        }
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
                        .Keys.Where(name => !name.StartsWith("live/", StringComparison.Ordinal))
                        .Order(StringComparer.Ordinal),
                }
            )
        );
}
