using System.IO.Compression;

namespace NeuralNotebooks.Site;

/// <summary>Finds the files that the bundle of an installed tool lists and does not have, and compresses
/// them.</summary>
/// <param name="site">The folder of the site, which may have compressed files of an earlier build.</param>
/// <param name="places">The folders in which, and above which, files are searched for.</param>
internal sealed class MissingFiles(string site, IReadOnlyList<string> places)
{
    private const int NameDigits = 20;

    /// <summary>A file's name in the folder <c>live</c> of the site, and its content; null if the file is not
    /// found.</summary>
    /// <param name="path">The file's path in one of the places.</param>
    /// <param name="name">The file's name in the bundle, which contains a hash.</param>
    /// <param name="isPacked">Whether the bundle has this file compressed.</param>
    public (string Name, byte[] Content)? Find(string path, string name, bool isPacked)
    {
        if (!isPacked)
            return Original(path, name) is { } content ? (name, content) : null;
        byte[]? packed = Kept(name) ?? Packed(Original(path, name));
        return packed is null ? null : (PackedName(name, packed), packed);
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
    private byte[]? Kept(string name)
    {
        string live = Path.Combine(site, "live");
        string[] files = Directory.Exists(live) ? Directory.GetFiles(live, $"{name[..NameDigits]}.*.bin") : [];
        return files.Length == 1 && NamedFile.ReadAllBytes(files[0]) is var packed
            && Path.GetFileName(files[0]) == PackedName(name, packed)
            ? packed
            : null;
    }

    /// <summary>A file in one of the places or above it, if its hash is that of the file with which the bundle was
    /// built; otherwise null.</summary>
    private byte[]? Original(string path, string name)
    {
        foreach (string place in places)
            for (DirectoryInfo? at = new(place); at is not null; at = at.Parent)
                if (Path.Combine(at.FullName, path) is var file && File.Exists(file))
                {
                    byte[] content = NamedFile.ReadAllBytes(file);
                    if (name.Contains(HexHash.Of(content)[..NameDigits]))
                        return content;
                }
        return null;
    }
}
