using System.IO.Compression;

namespace NeuralNotebooks.Site;

/// <summary>The assemblies of NuGet packages that live pages load: those that <c>#r "nuget: …"</c> had restored when
/// the notebook was run. Each is published once, compressed as the files of <see cref="LiveBundle"/>.</summary>
/// <param name="cacheFolder">The folder of the <see cref="PackageCache"/>; null for the user's.</param>
internal sealed class PackageFiles(string? cacheFolder)
{
    private const string Folder = "/packages";

    private readonly Dictionary<string, (PackageFile Entry, byte[] Content)> _files = [];

    public IEnumerable<KeyValuePair<string, byte[]>> Files =>
        _files.Values.Select(file => KeyValuePair.Create("live/" + file.Entry.Name, file.Content));

    public IEnumerable<object> ForOffline => _files.Values.Select(file => new { file.Entry.Name, file.Entry.Hash });

    /// <summary>What a page knows about its packages, as JSON: the class <c>PagePackages</c> of NeuralNotebooks.Browser
    /// reads the packages, and its scripts the files.</summary>
    /// <param name="key">The name of the restored packages, which is in an output of the notebook.</param>
    public string? DataOf(string key)
    {
        if (PackageCache.Restored(key, cacheFolder) is not { } assets)
            return null;
        var files = assets.Assemblies.Distinct().ToDictionary(assembly => assembly, Publish);
        var packages = assets.Packages.Select(package => new
        {
            package.Id,
            package.Version,
            Needs = package.Dependencies,
            Files = package.Assemblies.Select(assembly => files[assembly].Path),
            IsNative = HasNativeFiles(package),
            HasExtension = package.ExtensionFolder is not null,
        });
        return JsonSerializer.Serialize(
            new { packages, files = files.Values.DistinctBy(file => file.Path) }, JsonSerializerOptions.Web);
    }

    /// <summary>Whether a package has native files for any system: for another one than this, they are not
    /// restored.</summary>
    private static bool HasNativeFiles(RestoredPackage package) =>
        package.Subfolder("runtimes") is { } runtimes
        && Directory.EnumerateDirectories(runtimes).Any(system => Directory.Exists(Path.Combine(system, "native")));

    private PackageFile Publish(string assembly)
    {
        byte[] content = File.ReadAllBytes(assembly);
        string hash = HexHash.Of(content)[..20];
        if (_files.TryGetValue(hash, out (PackageFile Entry, byte[]) known))
            return known.Entry;
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
            gzip.Write(content);
        byte[] sent = compressed.ToArray();
        string name = $"{HexHash.Of(sent)[..20]}.bin", path = $"{Folder}/{hash}/{Path.GetFileName(assembly)}";
        var entry = new PackageFile(name, sent.Length, ContentHash.Integrity(sent), "package", path);
        _files.Add(hash, (entry, sent));
        return entry;
    }

    /// <summary>A file: see the type <c>DataFile</c> in <c>types.d.ts</c> of NeuralNotebooks.Browser.</summary>
    private sealed record PackageFile(string Name, int Size, string Hash, string Kind, string Path);
}
